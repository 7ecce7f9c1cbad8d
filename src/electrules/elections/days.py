"""The days of a question to the law."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ..rulebook.names import day


@frozen
class Days:
    """The days of a question: of the facts, of the law, and up to which published law counts."""

    on: date
    law_on: date | None = None
    known: date | None = None


def days_of(on: object, law_on: object, known: object) -> Days:
    """The days as they are given, None for the law of the day and for all that was published; raises `FactErrors` for what is no day."""
    return Days(day(on, "on"), None if law_on is None else day(law_on, "law_on"), None if known is None else day(known, "known"))
