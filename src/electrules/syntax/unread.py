"""What is said of a number or a day that could not be read."""

from __future__ import annotations

from attrs import evolve

from .. import limits
from ..diagnostics.diagnostic import Diagnostic, Said, diagnose
from ..source.span import Span
from ..values.unread import Unread


def said_of(read: Unread, text: str, span: Span) -> Diagnostic:
    """The diagnostic of *read*, the reading of *text* at *span*, with the form to write."""
    fix = read.readings[0] if read.readings else None
    data: dict[str, Said] = {"text": text[:60], "fix": fix or "", "most": str(limits.NUMBER_DIGITS)}
    data |= {"first": limits.FIRST_DAY.isoformat(), "last": limits.LAST_DAY.isoformat()}
    if read.case:
        data["case"] = read.case
    return evolve(diagnose(read.code, span, expected=read.readings, suggestion=fix), data=tuple(sorted(data.items())))
