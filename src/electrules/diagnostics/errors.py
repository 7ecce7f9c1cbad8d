"""The exceptions that users meet; nothing else escapes on any input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from .diagnostic import Diagnostic

if TYPE_CHECKING:
    from ..evaluate.answer import Answer


class ElectrulesError(Exception):
    """Whatever electrules raises on purpose."""


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
    """Rules that cannot be loaded, with all that is wrong with them."""


class FactErrors(_Diagnosed):
    """Facts that a question cannot take, with all that is wrong with them."""


class Unanswered(ElectrulesError):
    """A compiled function met a question without an answered outcome; *answer* tells which."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        super().__init__(answer)

    def __str__(self) -> str:
        return str(self.answer)
