"""Every example in the documentation runs, and its tables are those of the language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sentences

import electrules

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/en/*.md")), *sorted(ROOT.glob("docs/vi/*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(language: str) -> list[object]:
    found = []
    for page in PAGES:
        blocks = list(FENCE.finditer(page.read_text(encoding="utf-8")))
        for number, block in enumerate(blocks):
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            told = after[2] if after is not None and after[1] == "text" and not page.read_text(encoding="utf-8")[block.end() : after.start()].strip() else None
            if block[1] == language:
                found.append(pytest.param(block[2], told, id=f"{page.name}-{number}"))
    return found


def test_there_are_pages() -> None:
    assert len(PAGES) > 4


@pytest.mark.parametrize(("code", "told"), fences("python"))
def test_python_runs(code: str, told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "<page>", "exec"), {"__name__": "page"})


@pytest.mark.parametrize(("text", "told"), fences("rules"))
def test_rules_load(text: str, told: str | None) -> None:
    assert electrules.load(text=text, base=None).diagnostics == ()


@pytest.mark.parametrize(("text", "told"), fences("onshipped"))
def test_rules_load_on_the_shipped_ones(text: str, told: str | None) -> None:
    electrules.load(text=text)


@pytest.mark.parametrize(("command", "told"), [each for each in fences("sh") if str(each.values[0]).startswith("electrules ")])
def test_commands_say_what_the_page_says(command: str, told: str | None) -> None:
    ours = f'"{sys.executable}" -c "from electrules.cli import main; main()" '
    typed = re.sub(r"^electrules ", lambda _: ours, command.replace("\\\n", " "), flags=re.MULTILINE)
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(typed, shell=True, cwd=ROOT, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    said = {" ".join(line.split()) for line in done.stdout.splitlines()}
    for line in (told or "").splitlines():
        assert line.strip() in ("", "…") or " ".join(line.split()) in said, line


@pytest.mark.parametrize(("page", "language"), [("docs/en/language.md", "en"), ("docs/vi/ngon-ngu.md", "vi")])
def test_the_tables_of_sentences_are_current(page: str, language: str) -> None:
    assert sentences.tables(language) in (ROOT / page).read_text(encoding="utf-8")


def test_every_node_of_the_tree_is_described() -> None:
    assert sentences.nodes() in (ROOT / "docs/en/tree.md").read_text(encoding="utf-8")
