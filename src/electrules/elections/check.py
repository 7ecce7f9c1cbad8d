"""One check of counts: what must hold, whether it does, of which fields, under which provision."""

from __future__ import annotations

from attrs import field, frozen

from ..source.citation import Citation
from .check_words import said


@frozen(eq=False)
class Check:
    """A check called *code*: *ok* or not; an "error" blocks the result, a "warning" does not.

    *fields* are what it looks at, *places* the candidates or areas where it fails (the first of them; *count* counts all), *rows* where
    these stand in their file (None: in none), *numbers* what was found at the first. *citation* is the provision behind it, None where there is none.
    """

    code: str
    severity: str
    ok: bool
    fields: tuple[str, ...]
    citation: Citation | None = None
    places: tuple[str, ...] = ()
    count: int = 0
    numbers: tuple[object, ...] = ()
    rows: tuple[int | None, ...] = ()
    lang: str = field(default="vi", repr=False)

    def text(self, lang: str | None = None) -> str:
        """What must hold, and where it does not."""
        return said(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "code": self.code,
            "severity": self.severity,
            "ok": self.ok,
            "fields": list(self.fields),
            "citation": self.citation.to_dict() if self.citation is not None else None,
            "places": list(self.places),
            "rows": list(self.rows),
            "count": self.count,
            "text": self.text(),
        }
