"""A bounded memory that threads share: what was worked out of the same things is not worked out again."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """The last *most* values, each under what it was worked out of; those not asked for the longest go first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._values: dict[Hashable, V] = {}
        self._older: dict[Hashable, V] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[object, ...]:
        return Kept, (self.most,)  # what is remembered stays in this process

    def get(self, key: Hashable) -> V | None:
        """What is kept under *key*."""
        found = self._values.get(key)
        if found is None:
            found = self._older.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Hashable, value: V) -> None:
        """Keep *value* under *key*."""
        self._values[key] = value
        if len(self._values) > self.most // 2:
            with self._lock:  # what was asked for since the last time is the newer half
                if len(self._values) > self.most // 2:
                    self._older, self._values = self._values, {}

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._values, self._older = {}, {}
