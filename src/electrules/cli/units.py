"""Units with their weights as they come to the command line: a table of TOML or JSON, or a CSV file of two columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from fractions import Fraction

import click
from attrs import frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.render import visible
from ..elections.rows import DECLARED, SEPARATORS
from ..elections.totals import Totals
from ..limits import NUMBER_DIGITS
from ..source.text import fold_key, nfc
from .facts import facts_file, file_text
from .words import said

NAMES = frozenset(("name", "unit", "tên", "đơn vị"))
WEIGHTS = frozenset(("weight", "population", "votes", "trọng số", "dân số", "số phiếu"))
FORMULA = re.compile(r"[=@+]|-(?![0-9]+$)")
WHOLE = re.compile(r"-?[0-9]+")
FRACTION = re.compile(r"([0-9]+)/([0-9]*[1-9][0-9]*)")
INTEGRAL = re.compile(r"([0-9]+)\.0")
LARGEST_INTEGRAL = 2**53


@frozen
class Units:
    """The *weights* of units by name; *integral* of them were written with a decimal point and nought, as other programs write whole numbers."""

    weights: dict[str, object]
    integral: int = 0

    @property
    def totals(self) -> tuple[str, ...]:
        """The units whose weight is that of others together, as in a row of totals."""
        totals: Totals[str] = Totals()
        for name, weight in self.weights.items():
            totals.add(name, (weight if type(weight) is int else 0,))
        return tuple(totals.found)


def units_file(path: str) -> Units:
    """The units in the file *path*: CSV or TOML by its suffix, else JSON; `-` is JSON from the input. Raises `FactErrors`."""
    if not path.lower().endswith(".csv"):
        return Units({name: fraction(weight) for name, weight in facts_file(path).items()})
    reader = _Reader()
    found = reader.read(file_text(path))
    if reader.problems:
        raise FactErrors(reader.problems)
    return Units(found, reader.integral)


def tell(ctx: click.Context, units: Units) -> None:
    """Say, beside the result, what was read otherwise than it stands, and what looks like a row of totals."""
    if units.integral:
        click.echo(said(ctx, "integral", count=units.integral), err=True)
    for name in units.totals:
        click.echo(said(ctx, "total", name=visible(name)), err=True)


def fraction(given: object) -> object:
    """A fraction, which JSON and TOML can only hold as text; anything else as it is."""
    found = FRACTION.fullmatch(given) if isinstance(given, str) and len(given) <= 2 * NUMBER_DIGITS else None
    return Fraction(int(found[1]), int(found[2])) if found is not None else given


class _Reader:
    """Scratch state of one reading of a CSV file; never leaves this file."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []
        self.rows: dict[str, str] = {}
        self.integral = 0

    def say(self, case: str, row: int, column: int, value: str) -> None:
        """Say what is wrong with a cell."""
        data = {"row": str(row), "column": str(column), "value": f'"{value[:100]}"', **({"case": case} if case else {})}
        self.problems.append(diagnose("ER0620", fact=f"{row}:{column}", **data))  # type: ignore[arg-type]

    def read(self, text: str) -> dict[str, object]:
        """The weights in *text*; what is wrong with it is said for all its rows."""
        rows = self.cells(text)
        number, first = next(rows, (1, []))
        if not is_header(first):
            self.say("header", number, 1, ", ".join(first))
            return {}
        found: dict[str, object] = {}
        for number, row in rows:
            if len(row) != 2:
                self.say("row", number, min(len(row), 3), ", ".join(row))
                continue
            name, weight = self.name(number, row[0]), self.weight(number, row[1])
            if name is not None and weight is not None:
                found[name] = weight
        return found

    def cells(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """The rows that hold anything, with their numbers from 1, cut at the separator with which the first is a heading."""
        declared = DECLARED.match(text)
        text = text[declared.end() :] if declared is not None else text
        first = next((line for line in text.splitlines() if line.strip()), "")
        separator = next((each for each in SEPARATORS if is_header([cell.strip(' "') for cell in first.split(each)])), ",")
        table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            for row in table:
                cells = [cell.strip() for cell in row]
                if any(cells):
                    yield table.line_num + (declared is not None), cells
        except csv.Error as error:
            self.say("row", table.line_num, 1, str(error))

    def name(self, row: int, cell: str) -> str | None:
        """The name in a cell, which no other row has."""
        if not cell or WHOLE.fullmatch(cell) or FORMULA.match(cell):
            self.say("formula" if cell and FORMULA.match(cell) else "name", row, 1, cell)
            return None
        key = fold_key(cell)
        if key in self.rows:
            self.problems.append(diagnose("ER0614", fact=f"{row}:1", name=nfc(cell), other=self.rows[key]))
            return None
        self.rows[key] = nfc(cell)
        return cell

    def weight(self, row: int, cell: str) -> int | None:
        """The whole number in a cell."""
        if FORMULA.match(cell):
            self.say("formula", row, 2, cell)
        elif len(cell) > 3 * NUMBER_DIGITS:
            self.say("", row, 2, cell)
        elif WHOLE.fullmatch(cell):
            return int(cell)
        elif (integral := INTEGRAL.fullmatch(cell)) and int(integral[1]) < LARGEST_INTEGRAL:
            self.integral += 1
            return int(integral[1])
        else:
            self.say("", row, 2, cell)
        return None


def is_header(row: list[str]) -> bool:
    """Whether *row* names the two columns."""
    return len(row) == 2 and fold_key(row[0]) in NAMES and fold_key(row[1]) in WEIGHTS
