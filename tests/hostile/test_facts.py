"""Wrong facts by every door: Python, JSON, TOML, `--set`. Each is refused, or taken exactly; none is guessed, none ends in a traceback."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rule_texts import LANGUAGE, VOCABULARY, header
from trial import in_a_small_stack

import electrules
from electrules.cli.app import app

LAW = LANGUAGE + VOCABULARY + header() + "điều 1\n  Tỉnh thuộc miền núi và có từ 5 dân trở lên: được bầu 35 đại biểu.\n"
RIGHT = {"kind": "province", "mountainous": True, "population": 7}


@pytest.fixture(scope="module")
def book() -> electrules.Rulebook:
    return electrules.load(text=LAW, base=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "law.luat").write_text(LAW, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str | Path, stdin: str | None = None) -> Result:
    given = ["ask", "seats", "--on", "2021-01-01", "--lang", "en", "--rules", str(folder), *map(str, arguments)]
    return CliRunner().invoke(app, given, input=stdin)


# ---------------------------------------------------------------------- Python


class Unspeakable:
    """What cannot even be shown."""

    def __str__(self) -> str:
        raise RuntimeError

    __repr__ = __str__


def _deep() -> list[object]:
    made: list[object] = []
    for _ in range(100_000):
        made = [made]
    return made


DEEP = _deep()
NO_NUMBER = [True, "5", "５", "1e5", "", None, b"5", 5j, [5], {"a": 5}, float("nan"), float("-inf"), 5.0, Decimal("sNaN"), Decimal("Infinity")]
BEYOND = [-1, 10**400, Fraction(1, 3), Decimal("0.5"), Decimal("1E+10000000"), Decimal("1E-10000000"), Fraction(10**400, 3)]


@pytest.mark.parametrize("given", [*NO_NUMBER, *BEYOND, Unspeakable(), DEEP], ids=lambda given: type(given).__name__)
def test_what_is_no_number_is_refused_from_python(book: electrules.Rulebook, given: object) -> None:
    with pytest.raises(electrules.FactErrors) as raised:
        in_a_small_stack(lambda: book.ask("seats", RIGHT | {"population": given}, on="2021-01-01"))
    (said,) = raised.value.diagnostics
    assert (
        said.fact is not None
        and said.fact.partition("[")[0] == "population"
        and said.message("vi")
        and said.message("en")
        and len(str(raised.value)) < 5_000
    )


@pytest.mark.parametrize(
    "given",
    ["2026-W11-7", "20260315", "２０２６-03-15", "15/03/2026", "2026-02-29", "0001-01-01", 7, 7.5, True, (), Unspeakable(), DEEP],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_day_is_refused_for_every_day_that_is_asked(book: electrules.Rulebook, given: object) -> None:
    for day in ("on", "law_on", "known"):
        with pytest.raises(electrules.FactErrors):
            in_a_small_stack(lambda: book.ask("seats", RIGHT, **({"on": "2021-01-01"} | {day: given})))
        with pytest.raises(electrules.FactErrors):
            book.compare("seats", RIGHT, **({"on": "2021-01-01"} | {day: given}))


@pytest.mark.parametrize(
    "given", ["seets", "s" * 1_000_000, "", "\0", "population", 5, None, Unspeakable(), DEEP], ids=lambda given: type(given).__name__
)
def test_what_names_nothing_is_refused_in_few_words(book: electrules.Rulebook, given: object) -> None:
    for asked in (
        lambda: book.ask(given, RIGHT, on="2021-01-01"),
        lambda: book.assess(given, RIGHT, on="2021-01-01"),
        lambda: book.compare(given, RIGHT, on="2021-01-01"),
        lambda: book.versions(given),
        lambda: book.ask("seats", {"nobody": given}, on="2021-01-01"),
        lambda: book.ask("seats", {given if given.__hash__ else "x": 1, "nobody": 2}, on="2021-01-01"),
    ):
        with pytest.raises(electrules.FactErrors) as raised:
            in_a_small_stack(asked)
        assert len(str(raised.value)) < 5_000


@pytest.mark.parametrize("facts", [5, "population", [("population", 5)], {5: 1}])
def test_facts_that_are_no_facts(book: electrules.Rulebook, facts: object) -> None:
    for asked in (
        lambda: book.ask("seats", facts, on="2021-01-01"),
        lambda: book.ask("seats", facts),
        lambda: book.compare("seats", facts, on="2021-01-01"),
    ):
        with pytest.raises(electrules.FactErrors):
            asked()


# --------------------------------------------------------------- the other doors


@pytest.mark.parametrize(
    "written", ["5.0", "5e0", "1e999999999", "NaN", "Infinity", "-1", "true", "null", '"five"', "[5]", "{}", "5" * 400, '"５"', "007"]
)
def test_what_is_no_number_is_refused_from_json(folder: Path, written: str) -> None:
    made = run(folder, "--facts", "-", stdin=f'{{"kind": "province", "mountainous": true, "population": {written}}}')
    assert (made.exit_code, made.stdout) == (3, "") and "ER06" in made.stderr and "Traceback" not in made.stderr


@pytest.mark.parametrize(
    "written", ["5.0", "5e0", "nan", "-inf", "-1", "true", '"five"', "[5]", "{}", "2021-05-23", "07:00:00", "5" * 400, "٥", "", "0x"]
)
def test_what_is_no_number_is_refused_from_toml(folder: Path, written: str) -> None:
    (folder / "facts.toml").write_text(f'kind = "province"\nmountainous = true\npopulation = {written}\n', encoding="utf-8")
    made = run(folder, "--facts", folder / "facts.toml")
    assert (made.exit_code, made.stdout) == (3, "") and "ER06" in made.stderr and "Traceback" not in made.stderr


@pytest.mark.parametrize(
    "typed",
    ["population=5.0.0", "population=1e5", "population=NaN", "population=５", "population=-1", "population=true", "population=", "population=5 thôn", "population=5/0", "population=" + "9" * 400,
     "mountainous=2", "mountainous=maybe", "kind=xa", "kind=PROVINCE\u202e", "kind=", "nobody=5", "seats=5", "election day=31/02/2021", "mountainous\u0301=yes"],
)  # fmt: skip
def test_what_is_wrong_is_refused_from_the_command_line(folder: Path, typed: str) -> None:
    made = run(folder, "--set", typed)
    assert (made.exit_code, made.stdout) == (3, "") and "ER0" in made.stderr and "Traceback" not in made.stderr


def test_all_doors_agree_on_what_is_right(book: electrules.Rulebook, folder: Path) -> None:
    (folder / "facts.toml").write_text('kind = "tỉnh"\n"miền núi" = true\n"dân số" = 7\n', encoding="utf-8")
    doors = (("--facts", "-"), ("--facts", folder / "facts.toml"), ("--set", "kind=tỉnh", "--set", "MIỀN NÚI=có", "--set", "dân số=7"))
    for door in doors:
        assert "35 deputies" in run(folder, *door, stdin=json.dumps(RIGHT)).stdout
    assert book.ask("seats", RIGHT, on="2021-01-01").value == 35
