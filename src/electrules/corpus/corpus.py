"""The corpus is all law that was written: instruments, their acts, and the places that exist at any time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve, field, frozen

from ..source.citation import Address, Citation
from ..source.text import fold_key
from ..syntax.written import Case, NotCodable, Reference
from .act import Act
from .instrument import Instrument
from .place import address_of
from .version import Notes


@frozen
class Commenced:
    """A provision says from when until when *places* are in force."""

    places: tuple[Address, ...]
    since: date
    until: date | None
    at: Address
    issued: date
    notes: Notes


@frozen(eq=False)
class Corpus:
    """Everything that was collected; *acts* have the days of their instruments until `dated` gives them their own.

    *places* are all places that are ever written, with the letters inside them and all that they lie in. *unread* are
    the places of what could not be read, and *blind* says that even that is not known of something. *kept_to* is the last day up to
    which all that was loaded was kept (None: nobody says), *held* from which day on it holds all law on a term or body.
    *instruments* are by their `home`, *folded* the homes of all that bear a number, in any writing.
    """

    instruments: Mapping[str, Instrument] = field(factory=dict)
    acts: tuple[Act, ...] = ()
    commenced: tuple[Commenced, ...] = ()
    places: Mapping[Address, None] = field(factory=dict)
    unread: frozenset[Address] = frozenset()
    blind: bool = False
    cases: tuple[Case, ...] = ()
    not_codable: tuple[tuple[Address, NotCodable], ...] = ()
    folded: Mapping[str, tuple[str, ...]] = field(factory=dict)
    kept_to: date | None = None
    held: Mapping[str, date] = field(factory=dict)

    def bearing(self, number: str, issuer: str | None = None) -> tuple[Instrument, ...]:
        """The instruments of a number, or of a name, in any writing; with an *issuer* (its id or a name), those of it."""
        found = [self.instruments[each] for each in self.folded.get(fold_key(number), ())]
        wanted = fold_key(issuer) if issuer is not None else None
        return tuple(each for each in found if wanted in (None, fold_key(each.issuer), *(fold_key(name) for name in each.names or ())))

    def known_as(self, place: Address) -> tuple[Address, ...]:
        """The places that *place*, as somebody wrote it, may mean: none in an unknown instrument, several where its number does not tell."""
        bearing = self.bearing(place.instrument, place.namesake[0] if place.namesake else None)
        return tuple(evolve(place, instrument=each.number, namesake=each.address.namesake) for each in bearing)

    def cited_as(self, citation: Citation) -> Citation:
        """*citation*, as somebody wrote it, with the instruments as they are known."""
        (meant, *others) = self.known_as(citation.address) or (citation.address,)
        place = citation.address if others else meant
        return place.cited(tuple(self.cited_as(each) for each in citation.amended_by))

    def resolve(self, reference: Reference, here: Address) -> Address | None:
        """The place that *reference* means where it stands *here*."""
        found = address_of(reference, here)
        if found is None or reference.instrument is None or (found.home in self.instruments and reference.issuer is None):
            return found
        if reference.issuer is not None:
            found = evolve(found, namesake=(reference.issuer.id, reference.issuer.id))
        meant = self.known_as(found)
        return meant[0] if len(meant) == 1 else found

    def exists(self, place: Address) -> bool:
        """Whether something ever stands at or below *place*, as far as we could read."""
        if place in self.places or (place.article is None and place.annex is None and place.home in self.instruments):
            return True
        if self.blind:  # of any instrument: one may stand in several files
            return True
        return any(place.within(each) or each.within(place) for each in self.unread)
