"""What the law says of constituencies without giving anything to compute: the notes of the articles that a plan rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..explain.words import written_in
from ..source.citation import Citation
from ..syntax.written import NotCodable
from .days import Days

if TYPE_CHECKING:
    from ..rulebook import Rulebook


@frozen
class LeftOpen:
    """*what* a provision says that cannot be computed, the *reason*, and where; the words are those of its file, in *lang*."""

    what: str
    reason: str
    citation: Citation
    lang: str

    def text(self, lang: str) -> str:
        """The note with its place."""
        return f"{self.what}; {self.reason}{written_in(self.lang, lang, lang)} ({self.citation.text(lang)})"

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"what": self.what, "reason": self.reason, "citation": self.citation.to_dict()}


def left_open(law: Rulebook, citations: Iterable[Citation], days: Days) -> tuple[LeftOpen, ...]:
    """What the articles of *citations* say on the day, but not to a machine."""
    in_force = law.in_force(days.on if days.law_on is None else days.law_on, days.known)
    articles = dict.fromkeys(evolve(each.address.whole, article=each.article) for each in citations)
    versions = dict.fromkeys(version for article in articles for version in in_force.at(article))
    return tuple(
        LeftOpen(each.what, each.reason, version.citation, version.surface)
        for version in versions
        for each in version.statements
        if isinstance(each, NotCodable)
    )
