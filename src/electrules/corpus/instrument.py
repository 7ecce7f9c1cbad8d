"""An instrument: a law, resolution or decree, with its days of force."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..source.citation import Address
from ..source.span import NOWHERE, Span
from .contents import Contents


@frozen
class Instrument:
    """An instrument; *issuer* is the id of an authority, *rank* is the authority's (1 is the highest), in force from *since* until before *until*.

    *number* is its title, where nobody knows its number. *names* are those of the issuer (vi, en); *shared*: several
    instruments bear the number, and the issuer tells them apart. One that is not *binding* is not in force: it speaks of
    law in force from *since* (and *issued* is that day). *contents*: the articles that it has and how they are divided,
    where its header says so.
    """

    number: str
    title: str
    issuer: str
    rank: int
    issued: date
    since: date
    until: date | None = None
    contents: Contents | None = field(default=None, repr=False)
    names: tuple[str, str] | None = field(default=None, eq=False)
    shared: bool = field(default=False, eq=False)
    binding: bool = True
    span: Span = field(default=NOWHERE, eq=False, repr=False)

    @property
    def address(self) -> Address:
        """The whole instrument as a place."""
        return Address(self.number, namesake=self.names if self.shared else None)
