"""The law that ships, for every test; the longest tests begin first, so that no worker ends late."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import electrules

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def law() -> electrules.Rulebook:
    """The shipped law, which no test changes."""
    import shipped

    return shipped.law()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
