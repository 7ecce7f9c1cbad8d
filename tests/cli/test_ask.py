"""`ask`: facts typed and from files become an answer, or a refusal that says how to write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

AN_GIANG = ("--set", "kind=province", "--set", "mountainous=no", "--set", "highland=no", "--on", "2021-05-23")


def test_the_answer_comes_with_proof_and_citation(run) -> None:
    made = run("ask", "seats", *AN_GIANG, "--set", "population=1904532")
    assert made.exit_code == 0
    for text in ("62 deputies", "point b clause 1 article 18 of 77/2015/QH13", "article 2 of 47/2019/QH14", "904,532", "12"):
        assert text in made.stdout


def test_names_and_words_of_either_language(run) -> None:
    facts = ("--set", "loại=tỉnh", "--set", "MIỀN NÚI=không", "--set", "highland=no", "--set", "dân số=1904532")
    made = run("ask", "số đại biểu", *facts, "--on", "2021-05-23", "--lang", "vi")
    assert made.exit_code == 0 and "62 đại biểu" in made.stdout


def test_json_is_the_answer_as_a_record(run) -> None:
    made = run("ask", "seats", *AN_GIANG, "--set", "population=1904532", "--format", "json")
    record = json.loads(made.stdout)
    assert (record["term"], record["outcome"], record["value"], record["unit"], record["on"]) == ("seats", "answered", 62, "deputy", "2021-05-23")


def test_what_is_missing_is_asked_and_the_code_is_1(run) -> None:
    made = run("ask", "seats", "--set", "kind=province", "--on", "2021-05-23")
    assert made.exit_code == 1 and "?" in made.stdout


def test_without_a_day_it_is_today_or_the_day_that_a_fact_gives(run, village) -> None:
    made = run("ask", "seats", *AN_GIANG[:-2], "--set", "population=1904532", "--set", "election day=2021-05-23")
    assert made.exit_code == 0 and "62 deputies" in made.stdout
    assert run("ask", "votes", "--set", "sort=boat", "--rules", village).exit_code == 0


@pytest.mark.parametrize(
    ("typed", "lang", "seats"),
    [
        ("1.904.532", (), "62"),
        ("1,904,532", (), "62"),
        ("1.904.532", ("--lang", "vi"), "62"),
        ("1,904,532", ("--lang", "en"), "62"),
        ("1.904", ("--lang", "vi"), "50"),
    ],
)
def test_numbers_as_people_write_them(run, typed: str, lang: tuple[str, ...], seats: str) -> None:
    made = run("ask", "seats", *AN_GIANG, "--set", f"population={typed}", *lang)
    assert made.exit_code == 0 and f" {seats} " in made.stdout


@pytest.mark.parametrize(("typed", "lang"), [("1.904", ()), ("1,904", ()), ("1,904,532", ("--lang", "vi")), ("1.904.532", ("--lang", "en"))])
def test_a_number_that_may_be_meant_otherwise_is_refused(run, typed: str, lang: tuple[str, ...]) -> None:
    made = run("ask", "seats", *AN_GIANG, "--set", f"population={typed}", *lang)
    assert made.exit_code == 3 and "ER020" in made.stderr


def test_the_locale_changes_words_never_numbers(run) -> None:
    made = run("ask", "seats", *AN_GIANG, "--set", "population=1.904", env={"LANG": "vi_VN.UTF-8"})
    assert made.exit_code == 3 and "lỗi ER0205" in made.stderr and "1904" in made.stderr and "238/125" in made.stderr


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("populaton=5", "ER0601"),
        ("population=many", "ER0602"),
        ("population=-1", "ER0605"),
        ("kind=kingdom", "ER0606"),
        ("highland=maybe", "ER0602"),
        ("election day=2020-01-01", "ER0608"),
    ],
)
def test_bad_facts_end_with_3(run, typed: str, code: str) -> None:
    made = run("ask", "seats", "--set", typed, "--on", "2021-05-23")
    assert made.exit_code == 3 and code in made.stderr and not made.stdout


def test_a_fact_set_twice_under_two_names_is_refused(run) -> None:
    made = run("ask", "seats", "--set", "population=5", "--set", "dân số=6", "--on", "2021-05-23")
    assert made.exit_code == 3 and "ER0607" in made.stderr


def test_unknown_term(run) -> None:
    made = run("ask", "seets", "--on", "2021-05-23", "--format", "json")
    (said,) = json.loads(made.stdout)["diagnostics"]
    assert made.exit_code == 3 and said["code"] == "ER0601" and said["suggestion"] == "seats"


# ------------------------------------------------------------------ facts files

FACTS = '{"kind": "province", "mountainous": false, "highland": false, "population": 1904532}'


def test_facts_from_the_input_and_from_files(run, tmp_path: Path) -> None:
    (tmp_path / "Đơn vị.json").write_text("\ufeff" + FACTS, encoding="utf-8")
    (tmp_path / "facts.toml").write_text('kind = "province"\nmountainous = false\nhighland = false\npopulation = 1_904_532\n', encoding="utf-8")
    for given, stdin in (("-", FACTS), (tmp_path / "Đơn vị.json", None), (tmp_path / "facts.toml", None)):
        made = run("ask", "seats", "--facts", given, "--on", "2021-05-23", stdin=stdin)
        assert made.exit_code == 0 and "62 deputies" in made.stdout


def test_a_fact_that_is_set_takes_the_place_of_the_file_under_any_name(run) -> None:
    made = run("ask", "seats", "--facts", "-", "--set", "dân số=1000000", "--on", "2021-05-23", stdin=FACTS)
    assert made.exit_code == 0 and "50 deputies" in made.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"population": 1904532.0}', "1904532"),
        ('{"population": 0.5}', '"1/2"'),
        ('{"population": 1e6}', "1000000"),
        ('{"population": NaN}', "ER0603"),
        ('{"population": 1, "population": 2}', "ER0607"),
        ('{"a": {"b": 1, "b": 2}}', "ER0607"),
        ("[1]", "ER0613"),
        ("{", "ER0613"),
        ("", "ER0613"),
        ("[" * 100_000, "ER0613"),
        ('{"population": ' + "9" * 5_000 + "}", "ER0613"),
        (b"\xff\xfe{", "ER0613"),
        ('{"population": true}', "ER0604"),
        ('{"population": null}', "ER0602"),
        ('{"population": "1.904.532"}', "ER0602"),
    ],
)
def test_what_no_file_of_facts_may_hold(run, text: str | bytes, said: str) -> None:
    made = run("ask", "seats", "--facts", "-", "--on", "2021-05-23", stdin=text)
    assert made.exit_code == 3 and said in made.stderr


def test_toml_floats_and_duplicates(run, tmp_path: Path) -> None:
    for text, code in (("population = 1.5\n", "ER0603"), ("population = 1\npopulation = 2\n", "ER0613"), ("population = inf\n", "ER0603")):
        (tmp_path / "f.toml").write_text(text, encoding="utf-8")
        made = run("ask", "seats", "--facts", tmp_path / "f.toml", "--on", "2021-05-23")
        assert made.exit_code == 3 and code in made.stderr
    assert "ER0613" in run("ask", "seats", "--facts", tmp_path / "none.toml").stderr
    assert "ER0613" in run("ask", "seats", "--facts", tmp_path).stderr


def test_pictures(run, village, tmp_path: Path) -> None:
    for name, begins in (("proof.svg", "<svg"), ("proof.mmd", "flowchart")):
        made = run("ask", "votes", "--set", "sort=boat", "--rules", village, "--picture", tmp_path / name)
        assert made.exit_code == 0 and (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begins)
    assert run("ask", "votes", "--set", "sort=boat", "--rules", village, "--picture", tmp_path / "proof.png").exit_code == 2
    assert run("ask", "votes", "--set", "sort=boat", "--rules", village, "--picture", tmp_path / "no" / "proof.svg").exit_code == 2
