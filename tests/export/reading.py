"""What other programs read out of the files: one table of (first day, last day, event, actor) from each format."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

import icalendar
import openpyxl

VOID = ("meta", "br", "hr", "img", "input", "link")


class Page(HTMLParser):
    """The tags of a page, well nested or an error, with the cells of its table."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[dict[str, str]] = []
        self.days: list[list[str]] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "tr" and "id" in found:
            self.rows.append({})
            self.days.append([])
        if tag == "time":
            self.days[-1].append(str(found["datetime"]))
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        cell = next((found for tag, found in reversed(self.open) if tag == "td"), None)
        if cell is not None and not any(tag in ("small", "sup") for tag, _ in self.open):
            name = str(cell["class"])
            self.rows[-1][name] = self.rows[-1].get(name, "") + data


def from_html(content: bytes) -> list[tuple[object, ...]]:
    page = Page(content.decode())
    days = [[date.fromisoformat(each) for each in found] for found in page.days]
    return [(each[0], each[-1], row["event"], row["actor"]) for each, row in zip(days, page.rows, strict=True)]


def from_csv(content: bytes) -> list[tuple[object, ...]]:
    assert content.startswith("\N{ZERO WIDTH NO-BREAK SPACE}".encode())  # without it Excel takes UTF-8 for another encoding
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert all(len(row) == len(head) for row in rows)
    return [(date.fromisoformat(row[0]), date.fromisoformat(row[1] or row[0]), row[4], row[5]) for row in rows]


def from_xlsx(content: bytes) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    assert not [cell for each in book.worksheets for row in each.iter_rows() for cell in row if cell.data_type == "f"]
    found = []
    for row in sheet.iter_rows(min_row=2):
        first, last = row[0].value, row[1].value or row[0].value
        assert isinstance(first, datetime) and row[0].is_date and isinstance(last, datetime)
        found.append((first.date(), last.date(), row[4].value, row[5].value))
    return found


def from_ics(content: bytes) -> list[tuple[object, ...]]:
    made = icalendar.Calendar.from_ical(content)
    assert isinstance(made, icalendar.Calendar) and not made.errors
    found = []
    for event in made.events:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert type(start) is date and end - start == timedelta(days=1)
        found.append((start, str(event["SUMMARY"]), str(event["DESCRIPTION"]).split("\n")[1]))
    assert len({str(event["UID"]) for event in made.events}) == len(found)
    return found


def from_json(content: bytes) -> list[tuple[object, ...]]:
    rows = json.loads(content)["deadlines"]
    spans = [row["window"] or [row["date"]] * 2 for row in rows]
    return [(*map(date.fromisoformat, span), row["event"], row["actor"]) for span, row in zip(spans, rows, strict=True)]
