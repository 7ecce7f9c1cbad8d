"""Fixtures, and the folder on the path, for the goldens' questions stand in modules of their own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import electrules

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def law() -> electrules.Rulebook:
    """The shipped corpus."""
    return electrules.load()
