"""`electrules distribute`: tables of units in three formats, bad cells by row, ties as an exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WEIGHTS = {"Bắc": 100, "Trung": 80, "Nam": 30}


@pytest.fixture
def table(tmp_path: Path):
    """Write a file of units."""

    def write(text: str, name: str = "units.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("u.csv", "name,weight\nBắc,100\nTrung,80\nNam,30\n"),
        ("u.CSV", "Tên;Dân số\r\nBắc;100\r\n\r\nTrung;80\r\n;\r\nNam;30"),
        ("u.csv", 'đơn vị\tsố phiếu\n"Bắc"\t100\nTrung\t 80\nNam\t30\n'),
        ("u.toml", '"Bắc" = 100\n"Trung" = 80\n"Nam" = 30\n'),
        ("u.json", json.dumps(WEIGHTS)),
    ],
)
def test_three_formats(run, table, name: str, text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        if encoding == "utf-8" or name.lower().endswith("csv"):
            made = run("distribute", "8", table(text, name, encoding), "--method", "d'hondt", "--format", "json")
            assert made.exit_code == 0, made.output
            data = json.loads(made.stdout)
            assert {each["name"]: each["seats"] for each in data["units"]} == {"Bắc": 4, "Trung": 3, "Nam": 1} and data["divisor"] == 21


def test_json_from_the_input(run) -> None:
    made = run("distribute", "8", "-", "--method", "sainte-lague", "--lang", "vi", stdin=json.dumps(WEIGHTS))
    assert made.exit_code == 0 and "Sainte-Laguë" in made.stdout and "Cộng: 8 ghế." in made.stdout


def test_floor_and_cap(run, table) -> None:
    path = table("name,weight\nBắc,100\nTrung,80\nNam,30\n")
    made = run(
        "distribute", "8", path, "--method", "largest remainder", "--floor", "2", "--floor-reading", "minimum", "--cap", "3", "--format", "json"
    )
    assert [each["seats"] for each in json.loads(made.stdout)["units"]] == [3, 3, 2]
    assert run("distribute", "8", path, "--method", "adams", "--floor", "2").exit_code == 3


def test_a_tie_ends_with_1_until_it_is_drawn(run, table) -> None:
    path = table("name,weight\nA,1\nB,1\n")
    made = run("distribute", "1", path, "--method", "dean")
    assert made.exit_code == 1 and "1 seat is in nobody's number" in made.stdout
    made = run("distribute", "1", path, "--method", "dean", "--drawn", "b", "--format", "json")
    assert made.exit_code == 0 and [each["seats"] for each in json.loads(made.stdout)["units"]] == [0, 1]
    assert run("distribute", "1", path, "--method", "dean", "--tie", "order").exit_code == 0


BAD = """name,weight
A,=1+1
B,12/05/2021
C,1.904.532
D,"1,904"
=E,5
,5
7,5
d,6
G,5,6
H
I,-4
K,5e3
L,３
M,1.5
N,100000000000000000000.0
O,@now
"""


def test_every_bad_cell_is_said_by_row_and_cell(run, table) -> None:
    made = run("distribute", "3", table(BAD), "--method", "dean", "--format", "json")
    assert made.exit_code == 3
    said = [(each["code"], each["fact"]) for each in json.loads(made.stdout)["diagnostics"]]
    cells = ["2:2", "3:2", "4:2", "5:2", "6:1", "7:1", "8:1", "10:2", "11:1", "13:2", "14:2", "15:2", "16:2", "17:2"]
    assert [fact for code, fact in said if code == "ER0620"] == [each.replace("10:2", "10:3") for each in cells]
    assert [fact for code, fact in said if code == "ER0614"] == ["9:1"]
    text = run("distribute", "3", table(BAD), "--method", "dean", "--lang", "vi").stderr
    assert "Dòng 2, ô 2" in text and "công thức" in text


def test_a_negative_number_and_a_float_are_bad_weights(run, table) -> None:
    for text, name, code in (("name,weight\nA,-4\n", "u.csv", "ER0605"), ('{"A": 1.5}', "u.json", "ER0603"), ('{"A": "4"}', "u.json", "ER0602"), ('{"A": 1, "A": 2}', "u.json", "ER0607"), ("A = 2021-05-23", "u.toml", "ER0602")):  # fmt: skip
        made = run("distribute", "3", table(text, name), "--method", "dean")
        assert made.exit_code == 3 and code in made.stderr


@pytest.mark.parametrize("text", ["", "A,5\nB,6\n", "name,weight,more\nA,5,6\n", "weight,name\n5,A\n", "name\nA\n"])
def test_a_heading_that_names_no_two_columns(run, table, text: str) -> None:
    made = run("distribute", "3", table(text), "--method", "dean")
    assert made.exit_code == 3 and "name,weight" in made.stderr


def test_whole_numbers_that_another_program_wrote_as_decimals_are_counted(run, table) -> None:
    made = run("distribute", "3", table("name,weight\nA,100.0\nB,50\n"), "--method", "dean")
    assert made.exit_code == 0 and "1 number written as 12.0 taken as whole" in made.stderr


def test_files_that_cannot_be_read(run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"name,weight\n\xff,1\n")
    (tmp_path / "b.csv").write_text('name,weight\n"A,1\n', encoding="utf-8")
    for path, code in ((tmp_path / "a.csv", "ER0613"), (tmp_path / "b.csv", "ER0620"), (tmp_path / "no.csv", "ER0613"), (tmp_path, "ER0613")):
        made = run("distribute", "3", path, "--method", "dean")
        assert made.exit_code == 3 and code in made.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["3.0", "-", "--method", "dean"],
        ["-3", "-", "--method", "dean"],
        ["3", "-"],
        ["3"],
        ["3", "-", "--method", "dean", "--floor", "x", "--floor-reading", "base"],
        ["3", "-", "--method", "dean", "--floor-reading", "lift"],
        ["3", "-", "--method", "dean", "--tie", "order", "--drawn", "A"],
    ],
)
def test_usage(run, arguments: list[str]) -> None:
    assert run("distribute", *arguments, stdin="{}").exit_code == 2


def test_a_fraction_is_text(run, table) -> None:
    made = run("distribute", "3", table('A = 1\nB = "1/2"\n', "u.toml"), "--method", "dean", "--format", "json")
    assert [(each["weight"], each["seats"]) for each in json.loads(made.stdout)["units"]] == [(1, 2), ("1/2", 1)]
    for text in ("1/0", "0.5", "1/2/3", "x"):
        assert run("distribute", "3", table(f'A = 1\nB = "{text}"\n', "u.toml"), "--method", "dean").exit_code == 3


def test_a_row_of_totals_is_pointed_out(run, table) -> None:
    with_total = table("name,weight\nBắc,100\nTrung,80\nCộng,180\n")
    made = run("distribute", "8", with_total, "--method", "dean", "--lang", "vi")
    assert made.exit_code == 0 and '"Cộng" bằng tổng của những đơn vị khác' in made.stderr
    for text in ("name,weight\nBắc,100\nTrung,80\nNam,179\n", "name,weight\nBắc,100\nNam,100\n"):
        assert made.stderr and run("distribute", "8", table(text), "--method", "dean").stderr == ""


def test_a_workbook_is_not_read_as_json(run, table) -> None:
    made = run("distribute", "8", table("PK", "units.xlsx"), "--method", "dean")
    assert made.exit_code == 3 and "Files of the kind .xlsx are not read here" in made.stderr
