"""A calendar as an Excel workbook: cells of days, numbers and text, never a formula."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ..calendar import Calendar
from ..explain.calendar import aside, heading, legend, readings, undated
from ..explain.row import rows_of
from ..explain.words import word
from .extra import library
from .table import COLUMNS, Value, begins_formula, header, record

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet as Sheet

WIDTHS = {
    "date": 12, "until": 12, "weekday": 11, "time": 12, "event": 42, "actor": 30, "count": 30,
    "offset": 8, "unit": 14, "anchor": 26, "place": 34, "status": 16, "remarks": 34,
}  # fmt: skip
LONGEST = 32_767
"""UTF-16 units that a cell may hold."""

DAY_FORMS = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}


def calendar_sheet(calendar: Calendar, lang: str) -> bytes:
    """*calendar* as an .xlsx file: the deadlines, and what is to be known about them on a second sheet."""
    xlsxwriter = library("xlsxwriter")
    buffer = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, plain)
    book.set_properties({"title": next(iter(heading(calendar, lang))), "created": datetime.combine(calendar.election_day, time())})
    styles = _styles(book, lang)
    rows = rows_of(calendar, lang)
    sheet = book.add_worksheet(word("sheet.deadlines", lang))
    for column, name in enumerate(header(lang)):
        sheet.set_column(column, column, WIDTHS[COLUMNS[column]])
        write(sheet, 0, column, name, {**styles, "text": styles["head"], "inert": styles["head"]})
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(record(row, lang)):
            write(sheet, line, column, value, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    notes = book.add_worksheet(word("sheet.notes", lang))
    notes.set_column(0, 0, 110)
    for line, text in enumerate(
        (*heading(calendar, lang), *undated(calendar, lang), *aside(calendar, lang), *legend(rows), *readings(calendar, lang))
    ):
        write(notes, line, 0, text, styles)
    book.close()
    return buffer.getvalue()


def _styles(book: Book, lang: str) -> dict[str, Format]:
    """The formats of cells; text that looks like a formula is marked as text, so that it stays text when somebody edits it."""
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({**wrapped, "bold": True, "bg_color": "#E8EEF4", "bottom": 1}),
        "day": book.add_format({**wrapped, "num_format": DAY_FORMS[lang], "align": "left"}),
        "number": book.add_format(wrapped),
        "text": book.add_format({**wrapped, "num_format": "@"}),
        "inert": book.add_format({**wrapped, "num_format": "@", "quote_prefix": True}),
    }


def write(sheet: Sheet, line: int, column: int, value: Value, styles: dict[str, Format]) -> None:
    """Write one cell as what it is."""
    if isinstance(value, date):
        sheet.write_datetime(line, column, datetime.combine(value, time()), styles["day"])
    elif isinstance(value, int):
        sheet.write_number(line, column, value, styles["number"])
    elif value:
        text = clipped(value)
        sheet.write_string(line, column, text, styles["inert" if begins_formula(text) else "text"])


def clipped(text: str) -> str:
    """*text*, or its beginning where a cell cannot hold all of it."""
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text[: LONGEST // 2 - 1] + "…"
