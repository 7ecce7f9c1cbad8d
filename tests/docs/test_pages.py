"""Every example in the documentation runs, every construct has one, and what is made from the code is current."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import attrs
import pictures
import pytest
import sentences
from click.testing import CliRunner

import electrules
from electrules.cli.app import app
from electrules.source.read import read_text
from electrules.syntax import declare, parse

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")] + sorted(ROOT.glob("docs/en/*.md")) + sorted(ROOT.glob("docs/vi/*.md"))
LANGUAGE = {"en": ROOT / "docs/en/language.md", "vi": ROOT / "docs/vi/ngon-ngu.md"}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"(?:pip install \. && )?(?:electrules|cp -r) ")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")


def blocks(page: Path) -> list[tuple[str, str]]:
    """The fenced blocks of a page: the word after the fence, and what stands inside."""
    return [(each[1], each[2]) for each in FENCE.finditer(page.read_text(encoding="utf-8"))]


def fences(kind: str) -> list[object]:
    return [
        pytest.param(text, id=f"{page.relative_to(ROOT).as_posix()}-{number}")
        for page in PAGES
        for number, (word, text) in enumerate(blocks(page))
        if word == kind
    ]


def test_there_are_pages() -> None:
    assert len(PAGES) > 6


@pytest.mark.parametrize("page", [*PAGES, ROOT / "ARCHITECTURE.md", *sorted(ROOT.glob("docs/decisions/*.md"))], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    assert not [target for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()]


# ------------------------------------------------------------------ what runs


@pytest.mark.parametrize("code", fences("python"))
def test_python_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "<page>", "exec"), {"__name__": "page"})


@pytest.mark.parametrize("text", fences("rules"))
def test_rules_load_and_their_cases_hold(text: str) -> None:
    law = electrules.load(text=text, base=None)
    assert law.diagnostics == ()
    assert [each.text() for each in law.test() if not each.ok] == []


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a reader of the documentation has it, where files may be changed."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(ROOT / "docs/examples", tmp_path / "docs/examples")
    return tmp_path


def typed(text: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What the commands of a block say, line by line, with runs of blanks as one; `electrules` runs in this process."""
    monkeypatch.chdir(desk)
    said = []
    for command in re.sub(r"\\\n\s*", "", text).removeprefix("pip install . && ").splitlines():
        for step in command.split(" && "):
            program, *arguments = shlex.split(step)
            if program != "electrules":
                subprocess.run([program, *arguments], check=True)
                continue
            done = CliRunner().invoke(app, arguments, env={"NO_COLOR": "1", "LC_ALL": "C.UTF-8"})
            assert done.exit_code in (0, 1, 3), done.output
            said.append(done.output)
            if done.exit_code:
                break
    return {" ".join(line.split()) for line in "".join(said).splitlines()}


def edited(text: str, desk: Path) -> None:
    """The first place in a file that reads as one line of a `diff` block reads as the other from now on."""
    name, old, new = (line[4:] if line.startswith("---") else line[2:] for line in text.splitlines())
    before = (desk / name).read_text(encoding="utf-8")
    at = before.index(old)
    (desk / name).write_text(before[:at] + new + before[at + len(old) :], encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if any(word == "sh" for word, _ in blocks(page))], ids=lambda page: page.name)
def test_a_page_can_be_followed_from_top_to_bottom(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = blocks(page)
    for number, (word, text) in enumerate(steps):
        if word == "diff":
            edited(text, desk)
        if word == "sh" and TYPED.match(text):
            said = typed(text, desk, monkeypatch)
            after = steps[number + 1] if number + 1 < len(steps) else ("", "")
            told = after[1] if after[0] == "text" and f"```\n\n```text\n{after[1]}" in page.read_text(encoding="utf-8") else ""
            for line in told.splitlines():
                like = re.compile(".*".join(re.escape(" ".join(part.split())) for part in line.split("…")).replace(".*\\ ", ".* "))
                assert not line.strip() or any(map(like.fullmatch, said)), (text, line, sorted(said))


# -------------------------------------------------------------- what is current


@pytest.mark.parametrize("language", LANGUAGE)
def test_the_tables_of_sentences_are_current(language: str) -> None:
    assert sentences.tables(language) in LANGUAGE[language].read_text(encoding="utf-8")


def test_every_meaning_is_that_of_a_construct() -> None:
    assert set(sentences.MEANINGS) == {sentences.key(row) for row in sentences.rows()}


def test_every_node_of_the_tree_is_described() -> None:
    assert sentences.nodes() in (ROOT / "docs/en/tree.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", pictures.pictures())
def test_pictures_are_current(name: str) -> None:
    assert (pictures.FOLDER / name).read_text(encoding="utf-8") == pictures.pictures()[name], "just pictures"


def test_pictures_are_shown() -> None:
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert all(each.name in shown for each in pictures.FOLDER.iterdir())


# ------------------------------------------------- an example of every construct

WITHOUT = ("PartOf 1/2", "Exactly", "Stated")
"""Rows that are read as another one."""

PARTS = ("rulebook", "toldofrulebook", "group", "quoted", "wording", "ended")
"""What rows make that leaves no node of its own."""


def parts(thing: object) -> Iterator[object]:
    """Everything that a document holds."""
    stack = [thing]
    while stack:
        here = stack.pop()
        yield here
        if isinstance(here, tuple):
            stack.extend(here)
        elif attrs.has(type(here)):
            stack.extend(getattr(here, field.name) for field in attrs.fields(type(here)))


def shows(row: dict[str, object], found: list[object], signs: set[str]) -> bool:
    """Whether something *found* is what *row* makes, with what its words and one of its patterns say."""
    if row["makes"] == "pair":
        return row["set"]["op"] in signs
    said = {"negated": False, **row.get("set", {})} if row["makes"] in ("Matches", "Covered") else row.get("set", {})
    for each in found:
        if type(each).__name__ == row["makes"] and all(getattr(each, name) == value for name, value in said.items()):
            for pattern in row["en"]:
                if all(getattr(each, role) not in (None, ()) for role in re.findall(r"\{(\w+):", pattern)):
                    return True
    return False


@pytest.mark.parametrize("language", LANGUAGE)
def test_every_construct_has_an_example(language: str) -> None:
    found: list[object] = []
    first = {"en": "language: English", "vi": "ngôn ngữ: tiếng Việt"}[language]
    for word, text in blocks(LANGUAGE[language]):
        if word == "rules" and text.startswith(first):
            files = read_text(text).value
            document = parse(files[0], declare(files).value)
            assert not document.diagnostics
            found += parts(document.value)
    signs = {each[0] for each in found if isinstance(each, tuple) and len(each) == 2 and isinstance(each[0], str)}
    missing = {sentences.key(row) for row in sentences.rows() if row["makes"] not in PARTS and not shows(row, found, signs)}
    assert missing - set(WITHOUT) == set()


# ------------------------------------------------------------------ architecture


def named(heading: str) -> set[str]:
    """The folders that the table under a heading of ARCHITECTURE.md names."""
    section = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


def folders(path: Path) -> set[str]:
    """The folders in *path* that hold anything."""
    return {each.name for each in path.iterdir() if each.is_dir() and each.name[0] not in "._" and any(each.glob("[!_.]*"))}


def test_architecture_names_the_folders_of_the_source() -> None:
    assert named("The folders of `src/electrules/`") == folders(ROOT / "src/electrules")


def test_architecture_names_the_other_folders() -> None:
    assert named("The other folders") <= folders(ROOT)
    assert {"grammars", "rules", "tests", "docs"} <= named("The other folders")


# -------------------------------------------------------------------- decisions


def test_every_provision_that_concludes_something_says_how_it_is_known(law: electrules.Rulebook) -> None:
    from electrules.syntax.written import Commencement, Known, NotCodable, Reading, Repeal, SilenceSaid, Transition

    silent = (Commencement, Known, NotCodable, Reading, Repeal, SilenceSaid, Transition)
    speaking = [each for each in law.provisions if any(not isinstance(said, silent) for said in each.statements)]
    assert [str(each.citation) for each in speaking if not any(isinstance(said, Known) for said in each.statements)] == []


QUOTIENT = """language: English
vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Số vật | count: whole number from 0 to 1,000,000, unit vật | thing, things.
  Số phần | parts: whole number from 0 to 1,000,000.
  Phần | share: conclusion, number from 0 to 1,000,000, unit vật | thing, things.
instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.
article 1
  Share is count divided by parts.
"""


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [({"count": 4, "parts": 2}, "answered"), ({"count": 4, "parts": 0}, "conflict"), ({"parts": 2}, "unknown"), ({"count": 4}, "unknown")],
)
def test_readings_that_the_evaluator_chose(facts: dict[str, int], outcome: str) -> None:
    assert electrules.load(text=QUOTIENT, base=None).ask("share", facts, on="2021-01-01").outcome == outcome
