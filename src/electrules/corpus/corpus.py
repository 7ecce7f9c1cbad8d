"""The corpus is all law that was written: instruments, their acts, and the places that exist at any time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve, field, frozen

from ..source.citation import Address
from ..source.text import fold_key
from ..syntax.written import Case, NotCodable, Reference
from .act import Act
from .instrument import Instrument
from .place import address_of


@frozen
class Commenced:
    """A provision says from when until when *places* are in force."""

    places: tuple[Address, ...]
    since: date
    until: date | None
    at: Address
    issued: date


@frozen(eq=False)
class Corpus:
    """Everything that was collected; *acts* have the days of their instruments until `dated` gives them their own.

    *places* are all places that are ever written, with the letters inside them and all that they lie in. *unread* are
    the places of what could not be read, and *blind* says that even that is not known of something. *kept_to* is the last day up to
    which all that was loaded was kept (None: nobody says), *held* from which day on it holds all law on a term or body.
    """

    instruments: Mapping[str, Instrument] = field(factory=dict)
    acts: tuple[Act, ...] = ()
    commenced: tuple[Commenced, ...] = ()
    places: Mapping[Address, None] = field(factory=dict)
    unread: frozenset[Address] = frozenset()
    blind: bool = False
    cases: tuple[Case, ...] = ()
    not_codable: tuple[tuple[Address, NotCodable], ...] = ()
    folded: Mapping[str, str] = field(factory=dict)
    kept_to: date | None = None
    held: Mapping[str, date] = field(factory=dict)

    def number(self, instrument: str) -> str:
        """The number of an instrument as its header writes it."""
        return instrument if instrument in self.instruments else self.folded.get(fold_key(instrument), instrument)

    def resolve(self, reference: Reference, here: Address) -> Address | None:
        """The place that *reference* means where it stands *here*."""
        found = address_of(reference, here)
        if found is None or found.instrument in self.instruments:
            return found
        return evolve(found, instrument=self.number(found.instrument))

    def exists(self, place: Address) -> bool:
        """Whether something ever stands at or below *place*, as far as we could read."""
        if place in self.places or (place.article is None and place.annex is None and place.instrument in self.instruments):
            return True
        if self.blind:  # of any instrument: one may stand in several files
            return True
        return any(place.within(each) or each.within(place) for each in self.unread)
