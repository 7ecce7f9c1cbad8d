"""`electrules dump` ends after every pass, and prints no more than a few times what the rules hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from rule_texts import LANGUAGE, VOCABULARY, header

import electrules
from electrules.cli.app import app
from electrules.cli.commands.dump import PASSES
from shipped import law

pytestmark = pytest.mark.slow

RULES = Path(__file__).parents[2] / "rules"
SIZE = sum(path.stat().st_size for path in RULES.rglob("*.luat"))


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", PASSES)
def test_every_pass_over_the_shipped_rules_ends(name: str, form: str) -> None:
    made = CliRunner().invoke(app, ["dump", "--after", name, "--format", form, "--on", "2021-05-23"])
    assert made.exit_code == 0
    assert 1_000 < len(made.stdout.encode()) < 7 * SIZE
    if (name, form) == ("tree", "json"):
        said = json.loads(made.stdout)
        part = said["parts"]["seats"] | {"takes": said["takes"]}
        facts = {"kind": "province", "population": 1_904_532, "mountainous": False, "deputies to be elected": 4}
        one, other = electrules.Tree.from_dict(part).ask(facts), law().ask("seats", facts, on="2021-05-23")
        assert (one.outcome, one.value) == (other.outcome, other.value)


@pytest.mark.parametrize("name", PASSES)
def test_every_pass_over_a_broken_file_ends_with_what_is_wrong(name: str, tmp_path: Path) -> None:
    text = LANGUAGE + VOCABULARY + header() + "điều 1\n  Tỉnh " + "(" * 5_000 + "\nđiều 2\n  Xã: được bầu 5 đại biểu.\n  hoặc hoặc.\n"
    (tmp_path / "law.luat").write_text(text, encoding="utf-8")
    made = CliRunner().invoke(app, ["dump", "--after", name, "--rules", str(tmp_path)])
    assert made.exception is None or isinstance(made.exception, SystemExit)
    assert made.exit_code == (0 if name in ("read", "declare") else 3)
    assert "Traceback" not in made.stderr and len(made.stdout) < 100_000
