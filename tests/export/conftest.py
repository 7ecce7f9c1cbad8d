"""The small law of these tests and its calendar."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import electrules
from electrules.calendar import Calendar

sys.path.insert(0, str(Path(__file__).parent))

import small_law


@pytest.fixture(scope="session")
def law() -> electrules.Rulebook:
    return electrules.load(text=small_law.LAW, base=None)


@pytest.fixture(scope="session")
def calendar(law: electrules.Rulebook) -> Calendar:
    """The calendar of an election on a Sunday."""
    return law.calendar("2021-05-23")
