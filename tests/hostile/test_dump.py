"""`electrules dump` ends after every pass, and prints no more than a few times what the rules hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from rule_texts import LANGUAGE, VOCABULARY, header

from electrules.cli.app import app
from electrules.cli.commands.dump import PASSES

pytestmark = pytest.mark.slow

RULES = Path(__file__).parents[2] / "rules"
SIZE = sum(path.stat().st_size for path in RULES.rglob("*.luat"))


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", PASSES)
def test_every_pass_over_the_shipped_rules_ends(name: str, form: str) -> None:
    made = CliRunner().invoke(app, ["dump", "--after", name, "--format", form, "--on", "2021-05-23"])
    assert made.exit_code == 0
    assert 1_000 < len(made.stdout.encode()) < 12 * SIZE  # each tree names every fact that may be given


@pytest.mark.parametrize("name", PASSES)
def test_every_pass_over_a_broken_file_ends_with_what_is_wrong(name: str, tmp_path: Path) -> None:
    text = LANGUAGE + VOCABULARY + header() + "điều 1\n  Tỉnh " + "(" * 5_000 + "\nđiều 2\n  Xã: được bầu 5 đại biểu.\n  hoặc hoặc.\n"
    (tmp_path / "law.luat").write_text(text, encoding="utf-8")
    made = CliRunner().invoke(app, ["dump", "--after", name, "--rules", str(tmp_path)])
    assert made.exception is None or isinstance(made.exception, SystemExit)
    assert made.exit_code == (0 if name in ("read", "declare") else 3)
    assert "Traceback" not in made.stderr and len(made.stdout) < 100_000
