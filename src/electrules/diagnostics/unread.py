"""What is said of a number or a day that could not be read."""

from __future__ import annotations

from attrs import evolve

from .. import limits
from ..source.span import Span
from ..values.unread import Unread
from .diagnostic import Diagnostic, Said, diagnose


def said_of(read: Unread, text: str, span: Span | None = None, fact: str | None = None) -> Diagnostic:
    """The diagnostic of *read*, the reading of *text* at *span* or of a *fact*, with the form to write."""
    fix = read.readings[0] if read.readings else None
    data: dict[str, Said] = {"text": text[:60], "fix": fix or "", "most": str(limits.NUMBER_DIGITS)}
    data |= {"first": limits.FIRST_DAY.isoformat(), "last": limits.LAST_DAY.isoformat()}
    if read.case:
        data["case"] = read.case
    return evolve(diagnose(read.code, span, expected=read.readings, suggestion=fix, fact=fact), data=tuple(sorted(data.items())))
