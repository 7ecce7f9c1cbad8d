"""Tables as offices have them: totals of totals, look-alike names, headings with commas, a coloured cell at the very end."""

from __future__ import annotations

import os
import random
import threading
import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from electrules import FactErrors
from electrules.elections.excel import excel_rows
from electrules.elections.rows import columns_of, counts_of, csv_rows
from electrules.elections.totals import Totals

# ------------------------------------------------------------------- totals


def nested(draw: random.Random, depth: int, *, total_first: bool) -> list[tuple[tuple[int, ...], bool]]:
    """Rows of six counts with totals of totals, each with whether it is a total."""
    if depth == 0:
        return [(tuple(draw.randrange(1, 600) for _ in range(6)), False)]
    below = [row for _ in range(draw.randrange(2, 4)) for row in nested(draw, depth - 1, total_first=total_first)]
    total = (tuple(map(sum, zip(*(counts for counts, is_total in below if not is_total), strict=True))), True)
    return [total, *below] if total_first else [*below, total]


def found(rows: list[tuple[int, ...]]) -> list[int]:
    totals: Totals[int] = Totals()
    for place, counts in enumerate(rows):
        totals.add(place, counts)
    return sorted(totals.found)


@pytest.mark.parametrize("total_first", [True, False])
def test_totals_of_totals_are_found_before_and_after_what_they_sum_up(total_first: bool) -> None:
    for seed in range(300):
        draw = random.Random(seed)
        rows = nested(draw, draw.randrange(4), total_first=total_first)
        assert found([counts for counts, _ in rows]) == [place for place, (_, is_total) in enumerate(rows) if is_total], seed


def test_totals_that_stand_together_at_the_end_are_found() -> None:
    assert found([(5, 1), (6, 2), (7, 3), (9, 1), (11, 3), (16, 4), (27, 7)]) == [4, 5, 6]


def test_areas_that_are_alike_are_no_totals() -> None:
    assert found([(500, 450)] * 200) == []
    assert found([(0, 0), (3, 3), (0, 0), (0, 0), (3, 3)]) == []


# -------------------------------------------------------------------- names


@pytest.mark.parametrize(
    "name", ["Khu vực 1\u200b", "Khu\u2060 vực 1", "\ufeffKhu vực 1", "Khu\u00ad vực 1", "Khu vực １", "Khu vực 1\u202e", "Ðông Xuyên"]
)
def test_a_name_that_looks_like_another_is_refused_in_its_cell(tmp_path: Path, name: str) -> None:
    path = tmp_path / "counts.csv"
    path.write_text(f"area,listed voters\nB,1\n{name},2\n", encoding="utf-8")
    with pytest.raises(FactErrors) as raised:
        list(counts_of(csv_rows(str(path))).given["areas"])
    assert [(each.code, each.fact) for each in raised.value.diagnostics] == [("ER0643", "3:1")]


# ---------------------------------------------------------------------- CSV


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sep=;\narea;listed voters\nA;5\n", 3),
        ('"sep=|"\r\narea|listed voters\r\nA|5\r\n', 3),
        ("area;listed voters;voters who voted, ballots issued, and more\nA;5;\n", 2),
        ("area|listed voters\nA|5\n", 2),
    ],
)
def test_a_table_is_cut_as_it_says_or_as_its_headings_mean_something(tmp_path: Path, text: str, first: int) -> None:
    path = tmp_path / "counts.csv"
    path.write_text(text, encoding="utf-8", newline="")
    _, row = csv_rows(str(path))
    assert (row.number, list(row.cells[:2])) == (first, ["A", "5"])


def test_a_table_may_come_through_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("area,listed voters\nA,5\n",))
    writer.start()
    rows = list(csv_rows(str(path)))
    writer.join()
    assert [list(row.cells) for row in rows] == [["area", "listed voters"], ["A", "5"]]


# -------------------------------------------------------------------- Excel


def test_a_workbook_costs_what_its_filled_cells_cost(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["area", "listed voters"])
    book.active.append(["A", 5])
    book.active["XFD1048576"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book.save(path := tmp_path / "counts.xlsx")
    tracemalloc.start()
    rows = list(excel_rows(str(path)))
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(row.number, list(row.cells)) for row in rows] == [(1, ["area", "listed voters"]), (2, ["A", 5])]
    assert used < 20_000_000
    assert len(columns_of(rows[0])) == 2


def test_more_merged_cells_than_a_table_has_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["area", "listed voters"])
    book.active.merge_cells("A3:D30000")
    book.save(path := tmp_path / "counts.xlsx")
    with pytest.raises(FactErrors) as raised:
        list(excel_rows(str(path)))
    assert [dict(each.data)["case"] for each in raised.value.diagnostics] == ["merged"]
