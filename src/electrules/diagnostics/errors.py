"""The exceptions that users meet; nothing else escapes on any input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from .diagnostic import Diagnostic


class ElectrulesError(Exception):
    """Whatever electrules raises on purpose: `RuleErrors`, `FactErrors`, and `MalformedTree` for the JSON of a tree."""


class _Diagnosed(ElectrulesError):
    """An error that is a list of diagnostics, all of them; its text shows them as a reader is shown them."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        from .render import render_all

        return render_all(self.diagnostics)

    def said_in(self, lang: str) -> Self:
        """The same error, whose text speaks *lang*."""
        return type(self)(each.said_in(lang) for each in self.diagnostics)


class RuleErrors(_Diagnosed):
    """Rules that cannot be loaded; *diagnostics* are all that is wrong with them, each with its place in a file, warnings among them."""


class FactErrors(_Diagnosed):
    """A question that cannot be asked: *diagnostics* are all that is wrong with its facts, its days, or the names that it uses."""
