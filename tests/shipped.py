"""The law that ships, loaded once in each process of the tests."""

from __future__ import annotations

from functools import cache

import electrules


@cache
def law() -> electrules.Rulebook:
    """The shipped law, which no test changes."""
    return electrules.load()
