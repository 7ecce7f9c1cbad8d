"""Every mutation that mutations.toml lists can be made: its text is in the code, once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MUTATIONS = tomllib.loads((HERE / "mutations.toml").read_text(encoding="utf-8"))["mutation"]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[each["what"] for each in MUTATIONS])
def test_its_text_stands_in_the_code_once(mutation: dict[str, str]) -> None:
    text = (HERE.parents[1] / mutation["file"]).read_text(encoding="utf-8")
    assert text.count(mutation["old"]) == 1
    assert mutation["new"] != mutation["old"]
