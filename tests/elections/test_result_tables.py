"""Counts from CSV and Excel: what is read, and what is wrong, by row and cell."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import electrules
from electrules import FactErrors
from electrules.cli.app import app
from electrules.elections import Result, result
from electrules.elections.excel import excel_rows
from electrules.elections.rows import counts_of, csv_rows

law = electrules.load(lang="en")
HEAD = [
    "body",
    "round",
    "seats",
    "area",
    "listed voters",
    "voters who voted",
    "ballots issued",
    "ballots collected",
    "valid ballots",
    "invalid ballots",
]
HEAD += ["votes: A", "votes: B", "votes: C", "born: A", "born: B", "born: C"]
ROW = [
    "National Assembly",
    "first",
    "2",
    "KV 1",
    "500",
    "450",
    "450",
    "450",
    "440",
    "10",
    "350",
    "300",
    "100",
    "1970-01-01",
    "1971-01-01",
    "1972-01-01",
]


def second(**changes: str) -> list[str]:
    return [changes.get(name, value if name != "area" else "KV 2") for name, value in zip(HEAD, ROW, strict=True)]


def csv_of(folder: Path, *rows: list[str], separator: str = ",", head: list[str] = HEAD) -> Path:
    path = folder / "counts.csv"
    path.write_text("\n".join(separator.join(row) for row in (head, *rows)) + "\n", encoding="utf-8-sig")
    return path


def read(path: Path) -> Result:
    rows = csv_rows(str(path)) if path.suffix == ".csv" else excel_rows(str(path))
    return result(law, counts_of(rows).given, on="2021-05-23")


def problem(path: Path) -> str:
    with pytest.raises(FactErrors) as errors:
        read(path)
    assert errors.value.diagnostics[0].code == "ER0620"
    return errors.value.diagnostics[0].message("en")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_for_each_polling_area(tmp_path: Path, separator: str) -> None:
    assert read(csv_of(tmp_path, ROW, second(), separator=separator)).elected == ("A", "B")


def test_vietnamese_headings(tmp_path: Path) -> None:
    head = ["cơ quan được bầu", "vòng bầu cử", "số đại biểu", "khu vực", "số cử tri trong danh sách", "số cử tri tham gia bỏ phiếu"]
    head += ["số phiếu phát ra", "số phiếu thu vào", "số phiếu hợp lệ", "số phiếu không hợp lệ", "phiếu: A", "phiếu: B", "phiếu: C"]
    head += ["ngày sinh: A", "ngày sinh: B", "ngày sinh: C"]
    assert read(csv_of(tmp_path, ROW, second(), head=head)).elected == ("A", "B")
    head[2:4] = ["Số đại biểu được ấn định", "Khu vực bỏ phiếu"]
    assert read(csv_of(tmp_path, ROW, second(), head=head)).elected == ("A", "B")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("valid ballots", "=440", 'Row 3, cell 9: "=440" is a formula'),
        ("valid ballots", "2021-05-23", 'Row 3, cell 9: "2021-05-23" is a day'),
        ("valid ballots", "4.40", 'Row 3, cell 9: "4.40" is no whole number'),
        ("valid ballots", "1e3", "Row 3, cell 9"),
        ("valid ballots", "４４０", "Row 3, cell 9"),
        ("votes: A", "9" * 400, "Row 3, cell 11"),
        ("area", "=KV", 'Row 3, cell 4: "=KV" is a formula'),
        ("seats", "3", 'Row 3, cell 3: "3" is not what the rows before say'),
        ("born: B", "1971-01-02", 'Row 3, cell 15: "1971-01-02" is not what the rows before say'),
        ("born: B", "02/01/1971", 'Row 3, cell 15: "02/01/1971" is no day of birth'),
        ("valid ballots", "1.440", 'Row 3, cell 9: "1.440" is no whole number'),
        ("valid ballots", "98%", 'Row 3, cell 9: "98%" is no whole number'),
        ("invalid ballots", "-", 'Row 3, cell 10: "-" is no whole number'),
    ],
)
def test_a_bad_cell_is_named_by_row_and_cell(tmp_path: Path, column: str, value: str, said: str) -> None:
    assert problem(csv_of(tmp_path, ROW, second(**{column: value}))).startswith(said)


def test_what_all_rows_say_alike_stands_in_the_first(tmp_path: Path) -> None:
    blank = second(body="", round="", seats="", **{"born: A": "", "born: B": "", "born: C": ""})
    assert read(csv_of(tmp_path, ROW, blank)).elected == ("A", "B")
    assert problem(csv_of(tmp_path, ["", *ROW[1:]], second())).startswith("Row 3, cell 1: the first row leaves this column blank")


def test_rows_of_blanks_and_names_in_other_writings(tmp_path: Path) -> None:
    head = [*HEAD[:10], "votes: Hòa", *HEAD[11:13], "born: HOÀ", *HEAD[14:]]
    blanks = [" "] * len(HEAD)
    assert read(csv_of(tmp_path, blanks, ROW, [" "], second(), head=head)).elected == ("Hòa", "B")


def test_a_check_names_the_row_of_an_area(tmp_path: Path) -> None:
    found = read(csv_of(tmp_path, ROW, [""], second(**{"invalid ballots": "-10"})))
    (check,) = [each for each in found.checks if each.code == "area-not-negative"]
    assert (check.places, check.rows, check.to_dict()["rows"]) == (("KV 2",), (4,), [4])
    assert "(invalid ballots, -10): KV 2 (row 4)" in check.text("en") and "KV 2 (dòng 4)" in check.text("vi")


def test_numbers_at_the_ends_of_what_is_read(tmp_path: Path) -> None:
    read_ = counts_of(csv_rows(str(csv_of(tmp_path, second(**{"invalid ballots": "5.0", "listed voters": "9" * 30})))))
    (only,) = read_.given["areas"]  # type: ignore[misc]
    assert (only["invalid ballots"], only["listed voters"], read_.integral) == (5, 10**30 - 1, [1])  # type: ignore[index]


def test_headings_that_mean_nothing_or_stand_twice(tmp_path: Path) -> None:
    assert 'cell 4: "place" is no name of a column' in problem(csv_of(tmp_path, ROW, head=[*HEAD[:3], "place", *HEAD[4:]]))
    assert 'cell 12: the column "votes: a" is there twice' in problem(csv_of(tmp_path, ROW, head=[*HEAD[:11], "votes: a", *HEAD[12:]]))
    assert problem(csv_of(tmp_path, [*ROW, "7"])).startswith('Row 2, cell 17: "7" lies beyond')


def test_files_that_are_no_table(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")
    assert "no row" in problem(tmp_path / "empty.csv")
    (tmp_path / "torn.csv").write_text('area,"listed voters\n1,2')
    problem(tmp_path / "torn.csv")
    for name, content in (("latin.csv", b"area,\xff\xfe\n"), ("no.xlsx", b"PK\x03\x04 no workbook")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(FactErrors):
            read(tmp_path / name)
    with pytest.raises(FactErrors):
        read(tmp_path / "not there.csv")


def workbook(folder: Path, *rows: list[Any], merge: str | None = None) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge is not None:
        book.active.merge_cells(merge)
    book.save(folder / "counts.xlsx")
    return folder / "counts.xlsx"


def cells(row: list[str]) -> list[Any]:
    return [int(each) if each.isdigit() else date.fromisoformat(each) if each[:2] == "19" else each for each in row]


def test_excel(tmp_path: Path) -> None:
    assert read(workbook(tmp_path, HEAD, cells(ROW), cells(second()))).elected == ("A", "B")
    assert "is a formula" in problem(workbook(tmp_path, HEAD, [*cells(ROW)[:8], "=400+40", *cells(ROW)[9:]]))
    assert "is a day" in problem(workbook(tmp_path, HEAD, [*cells(ROW)[:8], date(1901, 3, 15), *cells(ROW)[9:]]))
    assert "merged" in problem(workbook(tmp_path, HEAD, cells(ROW), cells(second()), merge="I2:I3"))


def test_cells_that_only_look_like_counts(tmp_path: Path) -> None:
    assert "lies in merged cells" in problem(workbook(tmp_path, HEAD, cells(ROW), merge="I1:J1"))
    path = workbook(tmp_path, HEAD, cells(ROW))
    from openpyxl import load_workbook

    book = load_workbook(path)
    book.active["J2"] = 1
    book.active["J2"].number_format = "0%"
    book.save(path)
    assert problem(path).startswith('Row 2, cell 10: "1" is a percentage')


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_second_sheet_is_not_passed_over(tmp_path: Path, state: str) -> None:
    from openpyxl import load_workbook

    path = workbook(tmp_path, HEAD, cells(ROW))
    book = load_workbook(path)
    sheet = book.create_sheet("KV 2", 0)
    sheet.sheet_state = state
    book.save(path)
    assert read(path).elected == ("A", "B")
    sheet.append(cells(second()))
    book.save(path)
    with pytest.raises(FactErrors) as errors:
        read(path)
    assert "Several sheets" in errors.value.diagnostics[0].message("en")
    assert ("KV 2 (ẩn)" in errors.value.diagnostics[0].message("vi")) == (state == "hidden")


def test_files_in_other_writings_and_kinds(tmp_path: Path) -> None:
    (tmp_path / "wide.csv").write_text("area,listed voters", encoding="utf-16")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    for name, said in (("wide.csv", "save it in UTF-8"), ("old.xls", "Files of the kind .xls are not read here")):
        ran = CliRunner().invoke(app, ["--lang", "en", "result", str(tmp_path / name), "--on", "2021-05-23"])
        assert ran.exit_code == 3 and said in ran.output


def test_memory_does_not_grow_with_the_areas(tmp_path: Path) -> None:
    def peak(areas: int) -> int:
        path = csv_of(tmp_path, *(second(area=f"KV {number}") for number in range(areas)))
        tracemalloc.start()
        assert read(path).elected == ("A", "B")
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    read(csv_of(tmp_path, ROW))
    assert peak(4_000) - peak(1_000) < 3_000 * 700  # of an area its name is kept, to know it again, and the sum up to it, to know a total


def test_the_command(tmp_path: Path) -> None:
    path = csv_of(tmp_path, ROW, second())
    ran = CliRunner().invoke(app, ["--lang", "en", "result", str(path), "--on", "2021-05-23"])
    assert ran.exit_code == 0 and "Elected: A, B." in ran.stdout
    as_json = CliRunner().invoke(app, ["result", str(path), "--on", "2021-05-23", "--format", "json"])
    assert '"elected"' in as_json.stdout
    bad = CliRunner().invoke(app, ["--lang", "en", "result", str(csv_of(tmp_path, second(**{"valid ballots": "x"}))), "--on", "2021-05-23"])
    assert bad.exit_code == 3 and "Row 2, cell 9" in bad.output
