"""Every door of the product says of whole random rulebooks what their description means."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from agreement.doors import examined, shrunk, temporary
from agreement.draw import drawn
from agreement.known import AVOID
from agreement.write import written

COUNT = 60
SHARES = 3


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_every_door_says_what_the_description_means(share: int) -> None:
    with temporary() as folder:
        for seed in range(share, COUNT, SHARES):
            of = drawn(seed, AVOID)
            found = examined(of, Path(folder))
            if found is not None:
                less, why = shrunk(of, found, Path(folder))
                pytest.fail(f"seed {seed}\n{why}\n\n" + "\n".join(written(less)))


@pytest.mark.parametrize("name", ["description", "text", "oracle", "draw", "write"])
def test_the_oracle_knows_nothing_of_the_product(name: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) if not node.level}
    assert not {each for each in imported if each.startswith("electrules")}


def test_a_seed_draws_the_same_rulebook_again() -> None:
    assert [drawn(seed) for seed in range(20)] == [drawn(seed) for seed in range(20)]
