"""What other programs leave behind in a rule file: marks of a merge conflict, formulas of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .screen import Blemish

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?:[ \t][^\n\r]*)?$|^={7}[ \t]*$", re.MULTILINE)
_FORMULA = re.compile(r"^[ \t]*(=[^=\s][^\n\r]*)$", re.MULTILINE)


def leftovers(text: str) -> tuple[Blemish, ...]:
    """The conflict marks and formulas in NFC *text*, one blemish each; put right, the first side of a conflict stays."""
    return (*_conflicts(text), *_formulas(text))


def _conflicts(text: str) -> Iterator[Blemish]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    marks = list(_CONFLICT.finditer(text))
    if not any(mark.group()[0] in "<>" for mark in marks):
        return
    edits, dropping = [], None
    for mark in marks:
        kind = mark.group()[0]
        if kind in "|=" and dropping is None:
            dropping = mark.start()
        elif kind == ">":
            edits.append((mark.start() if dropping is None else dropping, mark.end(), ""))
            dropping = None
        elif kind == "<":
            edits.append((*mark.span(), ""))
    data = (("marker", marks[0].group()),)
    yield Blemish("ER0107", tuple(mark.span() for mark in marks), None, data, tuple(edits))


def _formulas(text: str) -> Iterator[Blemish]:
    if "=" not in text:
        return
    found = list(_FORMULA.finditer(text))
    if found:
        spans = tuple(match.span(1) for match in found)
        yield Blemish("ER0109", spans, None, (("text", found[0][1]),), tuple((start, end, "") for start, end in spans))
