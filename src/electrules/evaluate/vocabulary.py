"""Terms by all their names, as facts are read by them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from ..source.text import fold_key
from ..tree.types import Day, Member, Number, OneOf, Term, Unit


@frozen(eq=False)
class Vocabulary:
    """Terms by all their names in any writing, ready to read facts; made once for many questions."""

    terms: tuple[Term, ...]
    exactly: dict[str, Term] = field(repr=False)
    folded: dict[str, Term] = field(repr=False)
    members: dict[str, dict[str, str]] = field(repr=False)
    event: Term | None
    parts: dict[str, dict[str, Term]] = field(repr=False)
    """Of each count, the facts that count a part of it, by all names of what they count."""
    presumed: tuple[Term, ...] = ()
    picked: dict[str, tuple[Term, ...]] = field(factory=dict, repr=False)
    """Of each count, the facts that count those of whom something is so."""
    units: dict[str, Unit] = field(factory=dict, repr=False)
    unused: frozenset[str] = field(default=frozenset(), repr=False)
    """What facts are called that may be given and change nothing."""
    done: tuple[Term, ...] = field(default=(), repr=False)
    """The facts that are the real days of events."""

    @classmethod
    def of(cls, terms: Iterable[Term], units: Iterable[Unit] = (), takes: Iterable[str] = ()) -> Vocabulary:
        """The vocabulary of *terms*, whose numbers are counted in *units*, of a question that also *takes* facts of other names."""
        terms = tuple(terms)
        exactly = {name: term for term in terms for name in (term.id, *term.names[0], *term.names[1])}
        folded = {fold_key(name): term for name, term in exactly.items()}
        members = {term.id: names_of(term.type.members) for term in terms if isinstance(term.type, OneOf)}
        event = next((term for term in terms if isinstance(term.type, Day) and term.type.asked), None)
        presumed = tuple(term for term in terms if any(term.presumed))
        picked = {whole: tuple(term for term in terms if term.among == whole and term.whose) for whole in {term.among for term in terms} if whole}
        return cls(
            terms,
            exactly,
            folded,
            members,
            event,
            parts_of(terms),
            presumed,
            picked,
            {each.id: each for each in units},
            frozenset(map(fold_key, takes)),
            tuple(term for term in terms if term.done is not None),
        )

    def unit(self, name: str) -> Unit:
        """The unit *name*, with all its names where they are known."""
        return self.units.get(name) or Unit(name)

    def find(self, name: object) -> Term | None:
        """The term called *name*, in either language and any writing; what is no text names none."""
        if not isinstance(name, str):
            return None
        return self.exactly.get(name) or self.folded.get(fold_key(name))


def parts_of(terms: Iterable[Term]) -> dict[str, dict[str, Term]]:
    """The terms that count a part of another, by that one and then by their names: "vice chairs", "vice chair"."""
    found: dict[str, dict[str, Term]] = {}
    for term in terms:
        if term.among is not None and term.whose is None and isinstance(term.type, Number):
            found.setdefault(term.among, {}).update({fold_key(name): term for name in (term.type.unit, *term.names[0], *term.names[1])})
    return found


def names_of(members: Iterable[Member]) -> dict[str, str]:
    """Every name of *members*, in any writing, with the id."""
    return {fold_key(name): member.id for member in members for name in (*member.vi, *member.en, member.id)}
