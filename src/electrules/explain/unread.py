"""What has not been read, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..values.time import write_day
from .words import word

if TYPE_CHECKING:
    from ..evaluate.to_read import Unread


def reason_text(unread: Unread, lang: str) -> str:
    """Why law has not been read of which no provision says why: the rulebook does not go back so far, or has none."""
    form = "none" if unread.since is None else "before"
    return word(f"unread.{form}", lang, part=unread.called(lang), day=write_day(unread.since, lang) if unread.since else "")


def unread_text(unread: Unread, lang: str) -> str:
    """What has to be read: the instrument and what part of it, or law from before the rulebook."""
    if unread.citation is None:
        return reason_text(unread, lang)
    return word("unread.named", lang, instrument=unread.citation.whole.text(lang), part=unread.called(lang))


def unread_texts(found: Iterable[Unread], lang: str) -> str:
    """All that has to be read, once each."""
    return "; ".join(dict.fromkeys(unread_text(each, lang) for each in found))
