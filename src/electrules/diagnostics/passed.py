"""What a pass makes, and everything said on the way to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

from .diagnostic import Diagnostic

T = TypeVar("T")
U = TypeVar("U")


@frozen
class Passed(Generic[T]):
    """What a pass made (*value*), and everything said on the way to it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    def then(self, step: Callable[[T], Passed[U]]) -> Passed[U]:
        """Feed the value to the next pass, keeping what was said so far."""
        after = step(self.value)
        return Passed(after.value, self.diagnostics + after.diagnostics)
