"""The pictures of the documentation: `python tests/docs/pictures.py` draws them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/pictures"


def pictures() -> Mapping[str, str]:
    """Each picture by the name of its file: what `electrules ask … --picture`, `Comparison.svg` and `Plan.svg` give."""
    import electrules
    from electrules.cli.units import units_file
    from electrules.elections import plan
    from electrules.explain import svg

    law = electrules.load()
    an_giang = tomllib.loads((ROOT / "docs/examples/an-giang.toml").read_text(encoding="utf-8"))
    lowland = {"kind": "province", "mountainous": False, "highland": False}
    parts = units_file(str(ROOT / "docs/examples/parts.csv")).weights
    return {
        "an-giang-2021.svg": svg(law.ask("seats", an_giang, on="2021-05-23"), "vi"),
        "provinces-2016-2021.svg": law.compare("seats", lowland, on=("2016-05-22", "2021-05-23")).svg("vi"),
        "constituencies.svg": plan(law, parts, 7, body="National Assembly", on="2021-05-23").svg("vi"),
    }


def draw() -> None:
    """Write every picture into its folder."""
    for name, text in pictures().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    draw()
