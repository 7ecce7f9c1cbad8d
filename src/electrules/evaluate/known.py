"""Facts as they were checked: those given, those that a declaration presumes to be no, those said to be unknown."""

from __future__ import annotations

from collections.abc import Container, Mapping

from ..tree.nodes import Value


class Known(dict[str, Value]):
    """Exact values by the ids of terms.

    *presumed* are those that nobody gave and a declaration presumes to be no; *unknown* those that were said to be unknown, so that
    nothing is presumed of them; *day* is the fact that is the day asked about, where only the question gave it.
    """

    presumed: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    day: str | None = None

    @property
    def given(self) -> dict[str, Value]:
        """What was given, without what is presumed or follows from the day asked about."""
        return {fact: value for fact, value in self.items() if fact not in self.presumed and fact != self.day}

    @property
    def asked(self) -> dict[str, Value | None]:
        """What was given, None where it was said to be unknown: asked again, it is the same question."""
        return {**self.given, **dict.fromkeys(sorted(self.unknown))}

    def among(self, facts: Container[str]) -> Known:
        """What is known of *facts*."""
        return self._of({fact: value for fact, value in self.items() if fact in facts})

    def without(self, facts: Container[str]) -> Known:
        """What is known of all others."""
        return self._of({fact: value for fact, value in self.items() if fact not in facts})

    def with_values(self, values: Mapping[str, Value]) -> Known:
        """The same, with other *values* beside them."""
        return self._of({**self, **values})

    def _of(self, values: Mapping[str, Value]) -> Known:
        made = Known(values)
        made.presumed, made.unknown, made.day = self.presumed & values.keys(), self.unknown, self.day
        return made


def presumed_in(known: Mapping[str, Value]) -> frozenset[str]:
    """The facts of *known* that were presumed."""
    return known.presumed if isinstance(known, Known) else frozenset()
