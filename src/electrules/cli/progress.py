"""Progress on long work: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


def progress(items: Sequence[T], label: str = "") -> Iterator[T]:
    """Each of *items*, with a bar on the terminal that says how many there are (of what: *label*) while they are worked on."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, file=sys.stderr, label=label, show_pos=True) as bar:
        yield from bar
