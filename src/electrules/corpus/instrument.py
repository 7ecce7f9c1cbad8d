"""An instrument: a law, resolution or decree, with its days of force."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..source.span import NOWHERE, Span


@frozen
class Instrument:
    """An instrument; *issuer* is the id of an authority, *rank* is the authority's (1 is the highest), in force from *since* until before *until*.

    *articles*: how many it has, where its header says so.
    """

    number: str
    title: str
    issuer: str
    rank: int
    issued: date
    since: date
    until: date | None = None
    articles: int | None = None
    span: Span = field(default=NOWHERE, eq=False, repr=False)
