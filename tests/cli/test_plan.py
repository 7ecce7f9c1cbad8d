"""`electrules plan`: parts in three formats, neighbours from a file, a chart, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LAW = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Đơn vị bầu cử đại biểu Quốc hội | National Assembly constituency: body.
  Số đại biểu được ấn định | deputies to be elected: whole number from 0 to 100, unit đại biểu | deputy, deputies.

instrument 1/2020/QH "Luật": issued by National Assembly on 2020-01-01; in force from 2020-02-01.

article 10
  National Assembly constituency: deputies to be elected must be 3 deputies or fewer.
"""
PARTS = {"An": 300, "Bình": 300, "Cát": 200, "Dương": 100}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the law and the parts."""
    (tmp_path / "law.luat").write_text(LAW, encoding="utf-8")
    (tmp_path / "parts.csv").write_text("tên,dân số\nAn,300\nBình,300.0\nCát,200\nDương,100\n", encoding="utf-8")
    (tmp_path / "parts.json").write_text(json.dumps(PARTS), encoding="utf-8")
    (tmp_path / "parts.toml").write_text('"An" = 300\n"Bình" = 300\n"Cát" = 200\n"Dương" = 100\n', encoding="utf-8")
    (tmp_path / "near.toml").write_text('"An" = ["Cát"]\n"Cát" = ["Bình"]\n"Bình" = ["Dương"]\n', encoding="utf-8")
    return tmp_path


def common(desk: Path) -> list[str]:
    return ["--rules", str(desk / "law.luat"), "--body", "Quốc hội", "--on", "2021-05-23"]


@pytest.mark.parametrize("name", ["parts.csv", "parts.json", "parts.toml"])
def test_three_formats(run, desk: Path, name: str) -> None:
    made = run("plan", "9", desk / name, *common(desk), "--format", "json")
    assert made.exit_code == 0, made.output
    record = json.loads(made.stdout)
    assert [each["parts"] for each in record["constituencies"]] == [["An"], ["Bình"], ["Cát", "Dương"]]
    assert record["citations"][0]["article"] == "10" and (record["measure"], record["proved"]) == (0, True)
    assert ("taken as whole" in made.stderr) == name.endswith("csv")


def test_neighbours_number_and_chart(run, desk: Path) -> None:
    chart = desk / "chart.svg"
    made = run("plan", "6", desk / "parts.json", *common(desk), "--adjacent", desk / "near.toml", "--constituencies", "2", "--chart", chart)
    assert made.exit_code == 0 and "3 pairs of neighbours" in made.stdout and "2 constituencies: as given" in made.stdout
    assert chart.read_text(encoding="utf-8").startswith("<svg") and "chart.svg" in made.stderr
    assert "Phương án" in run("plan", "6", desk / "parts.json", *common(desk), "--lang", "vi").stdout


def test_law_that_was_not_read_ends_with_1(run, desk: Path) -> None:
    made = run("plan", "9", desk / "parts.json", *common(desk)[:-1], "2020-01-15")
    assert made.exit_code == 1 and "has not been read" in made.stdout
    other = [each if each != "Quốc hội" else "people's council" for each in common(desk)]
    assert run("plan", "9", desk / "parts.json", *other).exit_code == 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [(["13"], "ER0623"), (["9", "--body", "Senate"], "ER0606"), (["9", "--constituencies", "2"], "ER0623"), (["0"], "ER0605"), (["9", "--adjacent", "no.json"], "ER0613")],
)  # fmt: skip
def test_bad_input_ends_with_3(run, desk: Path, changed: list[str], code: str) -> None:
    seats, *more = changed
    made = run(
        "plan",
        seats,
        desk / "parts.json",
        *(common(desk) if "--body" not in more else [each for each in common(desk) if each not in ("--body", "Quốc hội")]),
        *more,
    )
    assert made.exit_code == 3 and code in made.stderr


@pytest.mark.parametrize(
    "arguments", [["9", "-"], ["-9", "-", "--body", "x"], ["9", "--body", "x"], ["9", "-", "--body", "x", "--constituencies", "1.5"]]
)
def test_usage(run, arguments: list[str]) -> None:
    assert run("plan", *arguments, stdin="{}").exit_code == 2
