"""What `ask` and `assess` share: the rules, the facts and the days of a question, from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click
from attrs import field, frozen

from .words import Session, said

if TYPE_CHECKING:
    from ..rulebook import Rulebook


@frozen
class Question:
    """The rulebook that is asked, the facts given, and the day asked `on`."""

    law: Rulebook
    facts: dict[str, object] = field(repr=False)
    on: date


def question(ctx: click.Context, rules: Sequence[str], facts: str | None, settings: Sequence[str], on: date | None) -> Question:
    """The question that was typed; raises `RuleErrors`, `FactErrors`."""
    from .facts import facts_file
    from .facts import settings as read_settings
    from .rules import loaded

    session: Session = ctx.find_root().obj
    typed_pairs = pairs(ctx, settings)
    given = facts_file(facts) if facts is not None else {}
    law = loaded(rules, session.lang)
    typed = read_settings(typed_pairs, law.vocabulary, session.lang if session.typed else None)
    from .facts import merged

    together = merged(given, typed, law.vocabulary)
    return Question(law, together, on or _day_given(law, together) or date.today())


def pairs(ctx: click.Context, given: Sequence[str]) -> list[tuple[str, str]]:
    """Names and values typed as NAME=VALUE."""
    return [_pair(ctx, each) for each in given]


def _pair(ctx: click.Context, given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or not name.strip():
        raise click.UsageError(said(ctx, "no-setting", given=given), ctx)
    return name.strip(), value


def _day_given(law: Rulebook, facts: dict[str, object]) -> date | None:
    """The day asked about, where a fact is that day."""
    from ..values.time import read_iso

    event = law.vocabulary.event
    given = [value for name, value in facts.items() if event is not None and law.vocabulary.find(name) is event]
    day = read_iso(given[0]) if given and isinstance(given[0], str) else given[0] if given else None
    return day if isinstance(day, date) else None
