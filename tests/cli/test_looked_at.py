"""What was named is looked at, whatever its name is made of; nothing looked at is no pass; of two sayings none is chosen."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from electrules.cli.facts import setting
from electrules.tree.types import Number
from electrules.values.unread import Unread

WRONG = 'language: English\n\ncase "x"\n  Given: sort is house, with 20 heads; asked for votes on 2021-01-01; then 4 votes.\n'


@pytest.mark.parametrize("where", ["file", "folder"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_in_any_normal_form_is_looked_at(run, village: Path, form: str, where: str) -> None:
    folder = village / (unicodedata.normalize(form, "Thử nghiệm") if where == "folder" else "more")
    folder.mkdir()
    name = unicodedata.normalize(form, "tình huống") if where == "file" else "case"
    (folder / f"{name}.luat").write_text(WRONG, encoding="utf-8")
    made = run("test", "--rules", village, folder)
    assert made.exit_code == 1 and made.stdout.splitlines()[-1] == "1 case, 1 failed"
    (folder / f"{name}.luat").write_text(WRONG.replace("  Given", "        Given"), encoding="utf-8")
    assert run("fmt", "--check", folder, "--rules", village).exit_code == 1


def test_a_name_that_is_no_text_is_looked_at(run, village: Path) -> None:
    path = os.path.join(os.fsencode(village), b"\xff.luat")
    try:
        Path(os.fsdecode(path)).write_text(WRONG, encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert run("test", village).exit_code == 1


def test_two_files_of_one_name_in_two_writings_are_refused(run, village: Path) -> None:
    for form in ("NFC", "NFD"):
        (village / f"{unicodedata.normalize(form, 'luật ở')}.luat").write_text("language: English\n", encoding="utf-8")
    if sum(1 for each in village.iterdir()) < 3:
        pytest.skip("to this file system both are one name")
    made = run("test", village)
    assert made.exit_code == 3 and "ER0112" in made.stderr


@pytest.mark.parametrize("name", [None, "A.LUAT", "a.luat.txt", "notes.md"])
@pytest.mark.parametrize("command", [["test"], ["check"], ["fmt", "--check"], ["coverage", "--rules"]], ids=" ".join)
def test_a_folder_that_holds_no_rules_is_no_pass(run, tmp_path: Path, command: list[str], name: str | None) -> None:
    if name:
        (tmp_path / name).write_text("language: English\n", encoding="utf-8")
    made = run(*command, tmp_path)
    assert made.exit_code == 3
    assert (name in made.output) == (name in ("A.LUAT", "a.luat.txt")) if name else "ER0112" in made.output


def test_an_instrument_that_is_not_there_covers_nothing(run, village: Path) -> None:
    made = run("coverage", "2/2020/HD", "--rules", village)
    assert made.exit_code == 2 and "1/2020/HD" in made.stderr


@pytest.mark.parametrize(
    "twice", [["--on", "2021-01-01", "--on", "2022-01-01"], ["--facts", "a.json", "--facts", "b.json"], ["--lang", "vi", "--lang", "en"]]
)
def test_an_option_given_twice_is_refused(run, village: Path, twice: list[str]) -> None:
    made = run("ask", "votes", "--rules", village, *twice)
    assert made.exit_code == 2 and twice[0] in made.stderr


def test_what_may_be_given_often_is_kept(run, village: Path) -> None:
    made = run("ask", "votes", "--rules", village, "--on", "2021-01-01", "--set", "sort=house", "--set", "heads=12")
    assert made.stdout.splitlines()[0] == "Votes on 2021-01-01: 1 vote"


@pytest.mark.parametrize(
    ("typed", "lang", "read"),
    [
        ("+1.000", "vi", 1000),
        ("+1,000", "en", 1000),
        ("\u22121.000", "vi", -1000),
        ("0,5 nghìn", "vi", 500),
        ("1.5 million", None, 1_500_000),
        ("1,5 triệu", None, 1_500_000),
        ("0.5 thousand heads", "en", "500 heads"),
        ("12 người", None, "12 người"),
        ("1.904.532 dân", "vi", "1904532 dân"),
    ],
)
def test_a_number_typed_with_sign_scale_or_unit(typed: str, lang: str | None, read: object) -> None:
    assert setting(typed, Number(None, None), lang) == read


@pytest.mark.parametrize("typed", ["+1.000", "-1,000", "1.000 heads"])
def test_a_number_that_is_two_numbers_is_refused(typed: str) -> None:
    assert isinstance(setting(typed, Number(None, None), None), Unread)


@pytest.mark.parametrize(("unit", "code"), [("người", 0), ("heads", 0), ("cái", 3)])
def test_a_fact_in_its_unit_is_taken_by_every_name_of_the_unit(run, village: Path, unit: str, code: int) -> None:
    made = run("ask", "votes", "--rules", village, "--on", "2021-01-01", "--set", "sort=house", "--set", f"heads=12 {unit}", "--lang", "vi")
    assert made.exit_code == code
    assert ('"heads" tính bằng người, nhưng được đưa bằng cái.' in made.stderr) == bool(code)


def test_a_plus_sign_leaves_a_number_in_a_file_as_unclear_as_it_is(run, village: Path) -> None:
    made = run("ask", "votes", "--rules", village, "--facts", "-", stdin='{"heads": "+1.000"}')
    assert made.exit_code == 3 and "ER0205" in made.stderr
