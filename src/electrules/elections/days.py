"""The days of a question to the law."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen
class Days:
    """The days of a question: of the facts, of the law, and up to which published law counts."""

    on: date
    law_on: date | None = None
    known: date | None = None
