"""Counts as they come to the command line: CSV, Excel or TOML by the suffix of the file, else JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..elections.rows import Counts, Row, counts_of, csv_rows
from .facts import facts_file


def counts_file(path: str) -> Counts:
    """The counts in the file *path*; `-` is JSON from the input. Raises `FactErrors`.

    A table is read as `result` goes through it, with a bar on a terminal.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".csv":
        return counts_of(csv_rows(path), _shown)
    if suffix in (".xlsx", ".xlsm"):
        from ..elections.excel import excel_rows

        return counts_of(excel_rows(path), _shown)
    return Counts(facts_file(path))


def _shown(rows: Iterable[Row]) -> Iterator[Row]:
    """Each row, with a count of those read on a terminal."""
    import sys

    if not sys.stderr.isatty():
        yield from rows
        return
    import click

    with click.progressbar(rows, file=sys.stderr, show_eta=False) as bar:
        yield from bar
