"""The result of a constituency, and all that it takes to work it out again."""

from __future__ import annotations

from attrs import field, frozen

from ..evaluate import Answer
from ..evaluate.proof import Proof
from ..source.citation import Citation
from ..tree.nodes import Interpretation
from ..tree.status import weakest
from ..tree.types import Term
from .check import Check

Tie = tuple[tuple[str, ...], int]


@frozen(eq=False)
class Steps:
    """The proofs of a result, one for each question that the law was asked, in order."""

    children: tuple[Proof, ...]
    lang: str = "vi"

    def text(self, lang: str | None = None) -> str:
        """All of them in words."""
        return "\n".join(each.text(lang or self.lang) for each in self.children)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"children": [each.to_dict() for each in self.children]}


@frozen(eq=False)
class Result:
    """Who is elected, and what follows.

    *recognised*: whether the result is recognised, None where that cannot be said. *elected*: names, most votes first. *open*: seats left
    open (None where the seats are not known). *next*: "none", "extra election may", "extra election must", "re-run" or "undetermined"
    (the law is silent, or nothing can be said). *within*: days after the first election day for that. *tie*: names that the law does not
    separate, and the seats open between them. *outcome* as of an answer.
    """

    outcome: str
    recognised: bool | None
    elected: tuple[str, ...]
    open: int | None
    next: str
    within: int | None
    tie: Tie | None
    checks: tuple[Check, ...] = field(repr=False)
    answers: tuple[Answer, ...] = field(repr=False)
    lang: str = field(default="vi", repr=False)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions relied on, in the order of the questions."""
        return tuple(dict.fromkeys(cite for each in self.answers for cite in each.citations))

    @property
    def missing(self) -> tuple[Term, ...]:
        """What would settle an unknown result."""
        return tuple(dict.fromkeys(term for each in self.answers for term in each.missing))

    @property
    def status(self) -> str:
        """The weakest way in which a provision relied on is known."""
        return weakest(each.status for each in self.answers)

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The readings relied on."""
        return tuple(dict.fromkeys(each for answer in self.answers for each in answer.interpretations))

    @property
    def proof(self) -> Steps:
        """The proofs of all that the law was asked."""
        return Steps(tuple(each.proof for each in self.answers), self.lang)

    def text(self, lang: str | None = None) -> str:
        """The result in words."""
        from .result_text import result_text

        return result_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "outcome": self.outcome,
            "recognised": self.recognised,
            "elected": list(self.elected),
            "open": self.open,
            "next": self.next,
            "within": self.within,
            "tie": None if self.tie is None else {"names": list(self.tie[0]), "open": self.tie[1]},
            "checks": [each.to_dict() for each in self.checks],
            "citations": [each.to_dict() for each in self.citations],
            "missing": [each.id for each in self.missing],
            "status": self.status,
            "interpretations": [each.to_dict() for each in self.interpretations],
            "proof": self.proof.to_dict(),
        }
