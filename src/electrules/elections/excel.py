"""Rows of an Excel workbook. The library that reads it comes with the extra `excel` and is asked for here alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from .rows import Odd, Row

UNPACKED = 200 * 1024 * 1024
"""Bytes of a workbook once unpacked."""


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
        book = load_workbook(path, data_only=False)
        sheets = [each for each in book.worksheets if any(cell.value is not None for row in each.iter_rows() for cell in row)]
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
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        values = [_value(cell, (number, column) in merged) for column, cell in enumerate(cells, start=1)]
        while values and values[-1] is None:
            values.pop()
        if values:
            yield Row(number, values)


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
