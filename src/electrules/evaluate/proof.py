"""The proof of an answer: the tree of the evaluation as data, complete enough for a clerk to work it out again by hand."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..source.citation import Citation
from ..tree.nodes import (
    Compare,
    Node,
    Value,
)
from ..tree.terms import Terms
from ..tree.types import Term, Text
from ..values.number import whole
from ..values.value import plain
from .piece import Anything, Piece, Range, Rest, Stretch, from_number


@frozen
class Proof:
    """One step of a proof, with the steps below it.

    *kind* is "cases" (several, that agree or differ), "case" (one of them, *when* says which), "term", "rule",
    "blocker", "silence", "principle" or "expression". *why* says what became of it:

    - of cases "agree" or "differ";
    - of a rule "gives", "defeated" (by the exceptions *by*), "outranked" (by the rule *by*; a principle or precedence
      below says why), "blocked", "fails", "sleeps" (what it excepts does not speak), "hangs" (a condition has no value)
      or "nearest" is noted beside in *near*;
    - of a blocker "holds", "blocked", "fails" or "hangs"; of a principle "precedence", "rank" or "later".

    *node* is the node of the tree; *value* its value where it has one, *outcome* what stopped it where not; *piece* what
    is known of an open fact. *supposed* are
    the comparisons of open facts that a case takes to hold. *data* are the numbers of the node, of a scale also the steps counted. *more* counts what
    is not shown below.
    """

    kind: str
    why: str = ""
    term: str = ""
    node: Node | None = None
    outcome: str | None = None
    value: Value | None = None
    unit: str = ""
    piece: Piece | None = None
    when: tuple[tuple[str, Piece], ...] = ()
    supposed: tuple[Compare, ...] = ()
    by: tuple[str, ...] = ()
    near: bool = False
    citation: Citation | None = None
    data: tuple[tuple[str, object], ...] = ()
    children: tuple[Proof, ...] = ()
    more: int = 0
    alike: int = 1
    terms: Terms = field(factory=Terms, eq=False, repr=False)
    lang: str = field(default="vi", eq=False, repr=False)

    @property
    def statement(self) -> str:
        """What this step says, in the language of the answer."""
        from ..explain import statement

        return statement(self, self.lang)

    def text(self, lang: str | None = None) -> str:
        """The whole proof in words."""
        from ..explain import proof_text

        return proof_text(self, lang or self.lang)

    def walk(self) -> Iterator[Proof]:
        """This step and all below it, each before those below it."""
        stack = [self]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(reversed(here.children))

    def to_dict(self) -> dict[str, object]:
        """JSON-ready: what is empty is left out."""
        found: dict[str, object] = {
            "kind": self.kind,
            "why": self.why,
            "term": self.term,
            "name": getattr(self.node, "name", None),
            "node": type(self.node).__name__ if self.node is not None else None,
            "outcome": self.outcome,
            "unit": self.unit,
            "range": interval(self.piece, self.terms.get(self.term)) if self.piece is not None else None,
            "when": {fact: interval(piece, self.terms.get(fact)) for fact, piece in self.when},
            "by": list(self.by),
            "nearest": self.near,
            "citation": self.citation.to_dict() if self.citation is not None else None,
            "data": {name: plain(value) for name, value in self.data},  # type: ignore[arg-type]
            "children": [each.to_dict() for each in self.children],
            "more": self.more,
            "alike": self.alike if self.alike > 1 else 0,
        }
        kept = {key: value for key, value in found.items() if value not in (None, "", {}, [], 0, False)}
        return kept | ({"value": plain(self.value)} if self.value is not None else {})


def interval(piece: Piece, term: Term | None) -> object:
    """What is known of an open fact, JSON-ready: its members, or [least, most]."""
    type_ = term.type if term is not None else Text()
    match piece:
        case Range(least, most):
            return [plain(from_number(least, type_)), plain(from_number(most, type_))]
        case Stretch(least, most):
            return [plain(whole(least)), plain(whole(most))]
        case Rest(but):
            return {"not": sorted(but)}
        case Anything():
            return "any"
        case _:
            return sorted(map(plain, piece), key=str)
