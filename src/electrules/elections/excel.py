"""Rows of an Excel workbook. The library that reads it comes with the extra `excel` and is asked for here alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from .rows import Odd, Row

UNPACKED = 200 * 1024 * 1024
"""Bytes of a workbook once unpacked."""

MERGED = 100_000
"""Cells of a workbook that may be merged with others: the library makes each of them."""

_MERGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


def excel_rows(path: str) -> Iterator[Row]:
    """The rows that hold anything of the one sheet of a workbook that holds anything, hidden ones too; raises `FactErrors`."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise FactErrors([diagnose("ER0613", path=path, reason='pip install "electrules[excel]"')]) from None
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > UNPACKED:
                raise FactErrors([diagnose("ER0613", path=path, reason=f"> {UNPACKED} bytes")])
            if sum(_merged_cells(packed.read(each)) for each in packed.namelist() if each.startswith("xl/worksheets/")) > MERGED:
                raise FactErrors([diagnose("ER0613", path=path, reason=str(MERGED), case="merged")])
        book = load_workbook(path, data_only=False)
        sheets = [each for each in book.worksheets if any(cell.value is not None for cell in each._cells.values())]
    except FactErrors:
        raise
    except Exception as error:  # the library raises what its parts raise
        raise FactErrors([diagnose("ER0613", path=path, reason=str(error) or type(error).__name__)]) from None
    if len(sheets) > 1:
        raise FactErrors([diagnose("ER0613", path=path, reason=named(sheets), case="sheets")])
    if not sheets:
        return
    (sheet,) = sheets
    areas = [(each.min_row, each.max_row, each.min_col, each.max_col) for each in sheet.merged_cells.ranges]
    merged = {(row, column) for top, low, left, right in areas for row in range(top, low + 1) for column in range(left, right + 1)}
    for number, cells in groupby(sorted(sheet._cells.items(), key=itemgetter(0)), key=lambda each: each[0][0]):
        values: list[object] = []
        for place, cell in cells:
            value = _value(cell, place in merged)
            if value is not None:
                values += [None] * (place[1] - 1 - len(values))
                values.append(value)
        if values:
            yield Row(number, values)


def _merged_cells(sheet: bytes) -> int:
    """How many cells of a sheet are merged with others, as its XML says."""
    from openpyxl.utils import column_index_from_string

    return sum(
        (column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1) * (int(low) - int(top) + 1)
        for left, top, right, low in _MERGE.findall(sheet)
    )


def named(sheets: Sequence[Any]) -> tuple[str, str]:
    """The names of sheets, in each language."""

    def names(hidden: str) -> str:
        return ", ".join(each.title if each.sheet_state == "visible" else f"{each.title} ({hidden})" for each in sheets)

    return names("ẩn"), names("hidden")


def _value(cell: object, merged: bool) -> object:
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "n")
    if merged:
        return Odd("merged", str(value if value is not None else ""))
    if kind == "f" or (isinstance(value, str) and value.startswith("=")):
        return Odd("formula", str(value))
    if kind == "e":
        return Odd("", str(value))
    if isinstance(value, bool):
        return Odd("", str(value))
    if isinstance(value, datetime):
        return value.date() if value == datetime.combine(value.date(), datetime.min.time()) else Odd("date", value.isoformat())
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and "%" in getattr(cell, "number_format", ""):
        return Odd("percent", str(value))
    if value is None or isinstance(value, int | float | date):
        return value
    return Odd("date", str(value))
