"""Every pair of constructs that can meet does, within a fixed number of rulebooks."""

from __future__ import annotations

import pytest

from agreement.pairs import APART, Met, covering


@pytest.fixture(scope="module")
def met() -> Met:
    found = Met()
    for of in covering():
        found.hear(of)
    return found


@pytest.mark.slow
def test_no_pair_that_can_meet_stays_unmet(met: Met) -> None:
    assert not [" + ".join(pair) for pair in met.unmet()]


@pytest.mark.slow
def test_what_is_said_to_be_apart_never_met(met: Met) -> None:
    assert not [" + ".join(sorted(pair)) for pair in APART if met.pairs[pair]]
