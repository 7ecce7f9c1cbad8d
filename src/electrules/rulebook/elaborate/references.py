"""Application by reference: what stands at another place, to be said once more of another subject."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from ...corpus.place import spoken
from ...corpus.rewrite import deadline_of, only_letter, table_of
from ...corpus.version import Version
from ...limits import NESTING
from ...source.citation import Citation
from ...syntax.written import ByReference, Statement, Word
from ...tree.nodes import Expr, Interpretation
from ...tree.status import Marked, Status, weakest
from .conditions import both
from .notes import readings, status_of
from .scope import Applied, Scope

DEEPEST = NESTING // 4
"""References to references; each level nests the calls that elaborate it."""


@frozen
class Borrowed:
    """On whose behalf a statement is elaborated: the provision that refers (*citation*), those *through* which it does, and how they are known."""

    citation: Citation
    through: tuple[Citation, ...] = ()
    status: Marked = "derived"
    relied: tuple[Interpretation, ...] = ()

    def worst(self, status: Marked) -> Status:
        """The worse of two confidences."""
        return weakest((status, self.status))

    def readings(self, own: tuple[Interpretation, ...]) -> tuple[Interpretation, ...]:
        """Both interpretations, once each."""
        return tuple(dict.fromkeys((*own, *self.relied)))


@frozen
class Loan:
    """A *statement* of *lender* to be elaborated in *scope*; *original* is the name that its rules have at home."""

    lender: Version
    statement: Statement
    scope: Scope
    original: str


def standing(piece: ByReference, scope: Scope) -> dict[str, Word]:
    """Who and what stands for whom and for what in the provisions that *piece* applies, on whosever behalf it stands itself."""
    said = {each.of.id: each.by for each in piece.instead}
    return {**scope.instead, **{of: scope.instead.get(by.id, by) for of, by in said.items()}}


def loans(piece: ByReference, parts: tuple[Expr, ...], scope: Scope) -> Iterator[Loan]:
    """What stands at the places of *piece*, in scopes in which its units are those of *parts*."""
    for place in scope.places(piece.references):
        for lender, letter in scope.around.standing(place):
            statements = lender.statements if letter is None else only_letter(lender.statements, lender.address, letter)
            for number, statement in enumerate(statements):
                table = table_of(statement)
                if table is None and deadline_of(statement) is None:
                    continue
                step = (lender.key, number)
                if step in scope.trail or len(scope.trail) >= DEEPEST:
                    names = [spoken(lender.address), spoken(scope.here)]
                    chain = (" → ".join(vi for vi, _ in names), " → ".join(en for _, en in names))
                    scope.say("ER0505", piece.span, chain=chain, places=(lender.span,))
                    continue
                members = (
                    frozenset(each.id for each in table.subject.members if each.kind == "member")
                    if table is not None and table.subject
                    else frozenset()
                )
                inner = evolve(
                    scope,
                    here=lender.address,
                    citation=lender.citation.said_in(scope.lang),
                    applied=Applied(both(parts, scope), members),
                    trail=(*scope.trail, step),
                    counted_from=scope.term(piece.counted_from, "fact") if piece.counted_from is not None else scope.counted_from,
                    instead=standing(piece, scope),
                )
                yield Loan(lender, statement, inner, f"{lender.key}#{number}")


def known(lender: Version, citation: Citation, through: tuple[Citation, ...]) -> Borrowed:
    """How well what *lender* says is known, said on behalf of another provision."""
    return Borrowed(citation, through, status_of(lender.statements), readings(lender.statements, lender.surface))
