"""A case is a question with the answer that the law is expected to give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from ..source.citation import Citation
from ..tree.nodes import Value
from ..values.value import plain


@frozen
class Expected:
    """What a case expects; what is None or empty is not looked at, but for *outcome*.

    *missing* are ids of terms. *under* are places that must be cited; with what amended them, where that is said.
    """

    outcome: str
    value: Value | None = None
    unit: str | None = None
    missing: tuple[str, ...] = ()
    under: tuple[Citation, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Ready for JSON and TOML: what is empty is left out."""
        found: dict[str, object] = {
            "outcome": self.outcome,
            "value": plain(self.value),
            "unit": self.unit or None,
            "missing": list(self.missing),
            "under": [each.text("en") for each in self.under],
        }
        return {key: each for key, each in found.items() if each not in (None, [])}


@frozen
class Case:
    """A case that lies with the law: given *facts*, the *term* asked `on` a day is as *expected* (None: nothing yet).

    *path* is the rule file that it is about, *line* where it is written there or, if *recorded*, in the TOML beside.
    *instead_of* is what the rule file expects, which an accepted answer replaced; it holds while the file still says so.
    """

    name: str
    term: str
    facts: Mapping[str, object]
    on: date
    expected: Expected | None
    path: str
    line: int
    recorded: bool = False
    instead_of: Expected | None = field(default=None, repr=False)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "name": self.name,
            "term": self.term,
            "facts": {name: plain(value) for name, value in self.facts.items()},  # type: ignore[arg-type]
            "on": self.on.isoformat(),
            "expected": self.expected.to_dict() if self.expected is not None else None,
            "path": self.path,
            "line": self.line,
        }
