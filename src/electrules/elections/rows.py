"""Counts from tables: a row for each polling area, a column for each count, `votes: NAME` and `born: NAME` for each candidate."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.names import said_of_name
from ..limits import NUMBER_DIGITS
from ..source.text import fold_key, nfc
from ..values.time import in_range, read_iso
from .counted import COUNTS, PROBLEMS, area_field, top_field

COLUMNS = 1_000
VOTES, BORN = ("votes", "phiếu", "số phiếu", "số phiếu bầu"), ("born", "ngày sinh")
PERSON = re.compile(r"([^:]{1,20}):\s*(\S.{0,199})")
WHOLE = re.compile(r"-?[0-9]+")
INTEGRAL = re.compile(r"(-?[0-9]{1,15})\.0")
FORMULA = re.compile(r"[=@+]|-[^0-9]")
SEPARATORS = (",", ";", "\t", "|")
DECLARED = re.compile(r"(?i)\"?sep=(.)\"?\s*")
"""The first line by which Excel says how cells are cut."""

ENCODING = "utf-8-sig"

Cell: TypeAlias = object
Progress = Callable[[Iterable["Row"]], Iterable["Row"]]


@frozen
class Odd:
    """A cell that is no value: a "formula", a "date", a "percent", or a part of "merged" cells."""

    kind: str
    text: str


@frozen
class Row:
    """A row of a table with its number as the file counts it."""

    number: int
    cells: Sequence[Cell]


@frozen(eq=False)
class _Column:
    """What a column holds: a field of the constituency or of an area, or of the candidate *person* the "votes" or "born"."""

    kind: str
    name: str
    person: str = ""


@define(eq=False)
class Table:
    """Scratch state of reading one table; never leaves this file.

    *fixed* are what all rows say alike: body, round, seats, days of birth. Once it is *settled*, after the first row, nothing joins it.
    """

    columns: tuple[_Column | None, ...]
    problems: list[Diagnostic] = field(factory=list)
    fixed: dict[str, object] = field(factory=dict)
    integral: list[int] = field(factory=lambda: [0])
    settled: bool = False

    def say(self, row: int, column: int, value: object, case: str = "") -> None:
        """Say what is wrong with a cell; beyond a hundred, stop."""
        self.problems.append(cell_problem(row, column, value, case))
        if len(self.problems) >= PROBLEMS:
            raise FactErrors(self.problems)

    def area(self, row: Row) -> dict[str, object]:
        """The polling area of one row."""
        found: dict[str, object] = {"row": row.number}
        votes: dict[str, object] = {}
        cells = row.cells
        if len(cells) > len(self.columns):
            extra = next((each for each in cells[len(self.columns) :] if each not in (None, "")), None)
            if extra is not None:
                self.say(row.number, len(self.columns) + 1, extra, "beyond")
        for at, (column, cell) in enumerate(zip(self.columns, cells), start=1):  # a short row lacks its last cells
            if column is None or cell is None or cell == "":
                continue
            if column.kind == "count":
                found[column.name] = self.whole(row.number, at, cell)
            elif column.kind == "votes":
                votes[column.person] = self.whole(row.number, at, cell)
            elif column.kind == "area":
                found["area"] = self.text(row.number, at, cell)
            else:
                self.same(row.number, at, column, cell)
        if votes:
            found["votes"] = votes
        return found

    def whole(self, row: int, at: int, cell: Cell) -> int | None:
        """The whole number in a cell."""
        if type(cell) is int:
            return cell
        if isinstance(cell, Odd):
            self.say(row, at, cell.text, cell.kind)
        elif isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
            self.integral[0] += 1
            return int(cell)
        elif isinstance(cell, str) and len(cell) <= 3 * NUMBER_DIGITS:
            text = cell.strip()
            if WHOLE.fullmatch(text) and len(text) <= NUMBER_DIGITS:
                return int(text)
            if (decimal := INTEGRAL.fullmatch(text)) is not None:
                self.integral[0] += 1
                return int(decimal[1])
            self.say(row, at, text, "formula" if FORMULA.match(text) else "date" if read_iso(text) is not None else "")
        else:
            self.say(row, at, cell, "date" if isinstance(cell, date) else "")
        return None

    def text(self, row: int, at: int, cell: Cell) -> str | None:
        """The text in a cell."""
        if isinstance(cell, Odd) or (isinstance(cell, str) and cell[:1] == "="):
            self.say(row, at, cell.text if isinstance(cell, Odd) else cell, cell.kind if isinstance(cell, Odd) else "formula")
            return None
        self.look(row, at, str(cell))
        return nfc(str(cell).strip())[:200]

    def look(self, row: int, at: int, name: str) -> None:
        """Say what is wrong with a name that looks like another."""
        odd = said_of_name(name, f"{row}:{at}")
        if odd is not None:
            self.problems.append(odd)
            if len(self.problems) >= PROBLEMS:
                raise FactErrors(self.problems)

    def same(self, row: int, at: int, column: _Column, cell: Cell) -> None:
        """What every row says alike."""
        key = f"born: {column.person}" if column.kind == "born" else column.name
        if column.kind == "born":
            value: object = self.day(row, at, cell)
        else:
            value = self.whole(row, at, cell) if column.name == "seats" else self.text(row, at, cell)
        if self.settled and key not in self.fixed:
            self.say(row, at, cell, "late")
        elif self.fixed.setdefault(key, value) != value:
            self.say(row, at, cell, "differs")

    def day(self, row: int, at: int, cell: Cell) -> date | None:
        """The day of birth in a cell."""
        found = read_iso(cell) if isinstance(cell, str) else cell
        if type(found) is date and in_range(found):
            return found
        self.say(row, at, cell.text if isinstance(cell, Odd) else cell, cell.kind if isinstance(cell, Odd) and cell.kind != "date" else "birth")
        return None


def cell_problem(row: int, column: int, value: object, case: str) -> Diagnostic:
    """What is wrong with a cell."""
    data = {"row": str(row), "column": str(column), "value": f'"{str(value)[:100]}"', **({"case": case} if case else {})}
    return diagnose("ER0620", fact=f"{row}:{column}", **data)  # type: ignore[arg-type]


def columns_of(heading: Row) -> tuple[_Column | None, ...]:
    """What each column of a table holds; raises `FactErrors` for names that mean nothing or are given twice."""
    problems: list[Diagnostic] = []
    found: list[_Column | None] = []
    seen: dict[tuple[str, str, str], int] = {}
    spelt: dict[str, str] = {}
    for at, cell in enumerate(heading.cells[: COLUMNS + 1], start=1):
        name = nfc(cell.strip()) if isinstance(cell, str) else ""
        column = _column(name)
        if column is None:
            if isinstance(cell, Odd):
                problems.append(cell_problem(heading.number, at, cell.text, cell.kind or "column"))
            elif name or cell not in (None, ""):
                problems.append(cell_problem(heading.number, at, name or cell, "column"))
            found.append(None)
            continue
        odd = said_of_name(column.person, f"{heading.number}:{at}")
        if odd is not None:
            problems.append(odd)
        column = evolve(column, person=spelt.setdefault(fold_key(column.person), column.person))
        key = (column.kind, column.name, fold_key(column.person))
        if key in seen:
            problems.append(cell_problem(heading.number, at, name, "twice"))
        seen[key] = at
        found.append(column)
    if len(found) > COLUMNS:
        problems.append(cell_problem(heading.number, COLUMNS + 1, "…", "column"))
    if problems:
        raise FactErrors(problems)
    return tuple(found)


def _column(name: str) -> _Column | None:
    person = PERSON.fullmatch(name)
    if person is not None:
        word = fold_key(person[1].strip())
        kind = "votes" if word in map(fold_key, VOTES) else "born" if word in map(fold_key, BORN) else ""
        return _Column(kind, kind, person[2].strip()) if kind else None
    field_ = area_field(name)
    if field_ in COUNTS:
        return _Column("count", field_ or "")
    if field_ == "area":
        return _Column("area", "area")
    top = top_field(name)
    return _Column("fixed", top) if top in ("body", "round", "seats") else None


@frozen(eq=False)
class Counts:
    """Counts read from a table: what `result` takes, and how many cells so far were written with a decimal point and nought."""

    given: dict[str, object]
    integral: list[int] = field(factory=lambda: [0])


def counts_of(rows: Iterator[Row], progress: Progress | None = None) -> Counts:
    """The counts in a table, whose areas are read as they are gone through; raises `FactErrors`.

    What every row says alike (body, round, seats, days of birth) is taken from the first row; later ones may leave it blank.
    """
    heading = next(rows, None)
    if heading is None:
        raise FactErrors([cell_problem(1, 1, "", "empty")])
    table = Table(columns_of(heading))
    first = next(rows, None)
    opening = [] if first is None else [table.area(first)]
    table.settled = True
    people = list(dict.fromkeys(each.person for each in table.columns if each is not None and each.person))
    candidates = [{"name": name, **({"born": table.fixed[f"born: {name}"]} if f"born: {name}" in table.fixed else {})} for name in people]

    def areas() -> Iterator[dict[str, object]]:
        yield from opening
        for row in (progress or iter)(rows):
            yield table.area(row)
        if table.problems:
            raise FactErrors(table.problems)

    given = {**{name: value for name, value in table.fixed.items() if not name.startswith("born: ")}, "candidates": candidates, "areas": areas()}
    return Counts(given, table.integral)


# ------------------------------------------------------------------------ CSV


def csv_rows(path: str) -> Iterator[Row]:
    """The rows of a CSV file that hold anything, read one at a time; cut at the separator with which most headings mean something."""
    try:
        with Path(path).open(encoding=ENCODING, newline="") as file:
            first, before = file.readline(), 0
            declared = DECLARED.fullmatch(first)
            if declared is not None:
                first, before = file.readline(), 1
            separator = declared[1] if declared is not None else max(SEPARATORS, key=partial(_understood, first))
            table = csv.reader(chain((first,), file), delimiter=separator, strict=True)
            number = 1 + before
            for written in table:
                cells = [each.strip() for each in written]
                if any(cells):
                    yield Row(number, cells)
                number = table.line_num + 1 + before
    except csv.Error as error:
        raise FactErrors([cell_problem(number, 1, error, "torn")]) from None
    except UnicodeDecodeError as error:
        raise FactErrors([diagnose("ER0613", path=path, reason=str(error), case="encoding")]) from None
    except (OSError, ValueError) as error:
        raise FactErrors([diagnose("ER0613", path=path, reason=getattr(error, "strerror", None) or str(error))]) from None


def _understood(heading: str, separator: str) -> tuple[int, int]:
    """How many names of columns a line of headings has when it is cut at *separator*, and how often that stands in it."""
    try:
        cells = next(csv.reader([heading], delimiter=separator), [])
    except csv.Error:
        cells = []
    return sum(_column(nfc(each.strip())) is not None for each in cells[:COLUMNS]), heading.count(separator)
