"""What a version looks at around it while it is elaborated: one that looks at nothing depends on its own words alone."""

from __future__ import annotations

from collections.abc import Collection

from attrs import define

from ..corpus.version import Version
from ..source.citation import Address
from ..syntax.written import Convention, Reference
from ..tree.nodes import Expr
from .elaborate.scope import Applied, Places, Surroundings


@define
class Looked:
    """The surroundings and the places of one version, with a note of whether anything was asked of them.

    What is remembered between loads is what a version says that asked nothing: whatever a later construct looks at comes through here.
    """

    around: Surroundings
    corpus: Places
    alone: bool = True

    def resolve(self, reference: Reference, here: Address) -> Address | None:
        """The place that *reference* means."""
        self.alone = False
        return self.corpus.resolve(reference, here)

    def covered(self, place: Address, applied: Applied | None, used: dict[str, None], among: Collection[str] | None = None) -> tuple[Expr, ...]:
        """The cases of what stands at *place*."""
        self.alone = False
        return self.around.covered(place, applied, used, among)

    def lends(self) -> bool:
        """Whether one more statement may be applied by reference."""
        self.alone = False
        return self.around.lends()

    def conventions(self, instrument: str) -> tuple[tuple[Version, Convention], ...]:
        """How the periods of *instrument* are counted."""
        self.alone = False
        return self.around.conventions(instrument)

    def standing(self, place: Address) -> tuple[tuple[Version, Address | None], ...]:
        """What stands at *place*."""
        self.alone = False
        return self.around.standing(place)
