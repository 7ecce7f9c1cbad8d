"""The terms of a tree by their ids, with the units in which their numbers are counted: what is needed to say the tree in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from .types import Term, Unit


@frozen(eq=False, repr=False)
class Terms(Mapping[str, Term]):
    """Terms by their ids; *units* likewise."""

    by_id: Mapping[str, Term] = field(factory=dict)
    units: Mapping[str, Unit] = field(factory=dict)

    def __getitem__(self, term: str) -> Term:
        return self.by_id[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)


def terms_of(terms: Iterable[Term], units: Iterable[Unit]) -> Terms:
    """*terms* and *units* by their ids."""
    return Terms({each.id: each for each in terms}, {each.id: each for each in units})
