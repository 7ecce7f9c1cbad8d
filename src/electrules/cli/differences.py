"""What an edit of the rules changed: cases that come out differently, and the days on which answers may differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from ..limits import FIRST_DAY
from .words import say

if TYPE_CHECKING:
    from ..cases import CaseResult
    from ..rulebook import Rulebook


@frozen
class CaseChange:
    """A case that came out differently, is new, or is gone: *what* is "changed", "new" or "gone"."""

    what: str
    name: str
    before: CaseResult | None
    after: CaseResult | None

    def text(self, lang: str) -> str:
        """The change in words."""
        lines = [say(f"case-{self.what}", lang, name=self.name)]
        for side, result in (("before", self.before), ("after", self.after)):
            if result is not None:
                lines.append(f"{say(side, lang)}: {result.text(lang)}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        before, after = (each.to_dict() if each is not None else None for each in (self.before, self.after))
        return {"what": self.what, "name": self.name, "before": before, "after": after}


def case_changes(before: Rulebook, after: Rulebook) -> Iterator[CaseChange]:
    """Every case that two rulebooks do not share, or answer differently."""
    old, new = ({(each.case.term, each.case.name): each for each in law.test()} for law in (before, after))
    for key in dict.fromkeys((*old, *new)):
        a, b = old.get(key), new.get(key)
        if a is None or b is None:
            yield CaseChange("new" if a is None else "gone", key[1], a, b)
        elif a.ok != b.ok or _answer(a) != _answer(b):
            yield CaseChange("changed", key[1], a, b)


def _answer(result: CaseResult) -> object:
    found = result.answer
    return (found.outcome, found.value, found.citations) if found is not None else None


def days_of(term: str, *laws: Rulebook) -> list[date]:
    """The first day of each stretch on which the text of every law on *term* is one."""
    starts = {first for law in laws for first, _ in law.periods_of(term)}
    return sorted(each for each in starts if each is not None and each >= FIRST_DAY)


def shared_terms(before: Rulebook, after: Rulebook, names: Sequence[str]) -> list[str]:
    """The conclusions that both rulebooks know, or those of them that are named; raises `FactErrors` for what either does not know."""
    for name in names:
        after.terms.asked(name, "conclusion")
    if names:
        return [before.terms.asked(name, "conclusion").id for name in names]
    return [each.id for each in before.terms.values() if each.role == "conclusion" and each.id in after.terms]
