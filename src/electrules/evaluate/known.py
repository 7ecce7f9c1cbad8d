"""Facts as they were checked, with those that a declaration presumes to be no because nobody said otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from ..tree.nodes import Value


class Known(dict[str, Value]):
    """Exact values by the ids of terms; *presumed* are those that were not given."""

    presumed: frozenset[str] = frozenset()


def presumed_in(known: Mapping[str, Value]) -> frozenset[str]:
    """The facts of *known* that were presumed."""
    return known.presumed if isinstance(known, Known) else frozenset()
