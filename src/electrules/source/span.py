"""A span is a stretch of one source file, in code points of its NFC text."""

from __future__ import annotations

from attrs import frozen


@frozen
class Span:
    """Where something was written: *path*, and *start* (included) to *end* (excluded) in the NFC text."""

    path: str
    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The stretch from the start of this span to the end of *other*."""
        return Span(self.path, min(self.start, other.start), max(self.end, other.end))


NOWHERE = Span("", 0, 0)
