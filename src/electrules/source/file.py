"""A source file is its NFC text, with a map back to the file as it stands, its path and its surface."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from .span import Span
from .text import Shifts, folded

_LINE_END = re.compile(r"\r\n|\n|\r")  # no other character ends a line in an editor


@frozen
class SourceFile:
    """One file of rules: *text* in NFC, what it was made from (*original*), and the language that it is written in.

    *surface* is "vi" or "en"; what follows the language line begins at *body*. *ways* lead from offsets of *text*
    back to those of *original*, one after the other. *place* is the file as the system calls it, which *path* need not be:
    a name may stand there in another normal form, or be no text at all; None for text that came from no file.
    A *base* is what others are laid on: it is read with its own words only.
    """

    path: str
    text: str
    original: str = field(repr=False)
    surface: str = "vi"
    body: int = 0
    ways: tuple[Shifts, ...] = field(default=(), repr=False)
    place: Path | None = field(default=None, eq=False, repr=False)
    base: bool = False

    def span(self, start: int, end: int) -> Span:
        """A stretch of this file."""
        return Span(self.path, start, end)

    def origin(self, offset: int) -> int:
        """The offset in the file as it stands of what stands at *offset* of `text`."""
        for way in self.ways:
            offset = way.origin(offset)
        return offset

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of *offset* of `text`, from 1, in code points of the file as it stands."""
        there = self.origin(offset)
        line = bisect_right(self._starts, there)
        return line, there - self._starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The line *line* (from 1) of the file as it stands, without its end; "" where there is none."""
        if not 1 <= line <= len(self._starts):
            return ""
        if line not in self._lines:
            end = self._starts[line] if line < len(self._starts) else len(self.original)
            self._lines[line] = self.original[self._starts[line - 1] : end].rstrip("\r\n")
        return self._lines[line]

    @cached_property
    def folded(self) -> str:
        """`text` folded, of the same length."""
        return folded(self.text)

    @cached_property
    def _lines(self) -> dict[int, str]:  # a hundred thousand diagnostics on one long line share its text
        return {}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.original)))
