"""Tables of plain text, and the signed numbers and shares that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from unicodedata import combining, east_asian_width

from ..values.number import rounded, write_number


def signed(number: int | Fraction | None, lang: str) -> str:
    """A difference with its sign."""
    if number is None:
        return ""
    return ("−" if number < 0 else "+" if number > 0 else "") + write_number(-number if number < 0 else number, lang)


def percent(share: Fraction | None, lang: str, *, sign: bool = False) -> str:
    """A share in hundredths, to two decimals."""
    if share is None:
        return ""
    number = rounded(abs(share) * 100, "half up", Fraction(1, 100))
    return f"{signed(-number if share < 0 else number, lang) if sign else write_number(number, lang)} %"


def table(head: Sequence[str], body: Sequence[Sequence[str]], texts: int) -> list[str]:
    """Rows under a heading, columns apart by two blanks; the first *texts* columns stand to the left, numbers to the right."""
    widths = [max(map(width, column)) for column in zip(head, *body, strict=True)]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(padded(text, size, right=place >= texts) for place, (text, size) in enumerate(zip(cells, widths, strict=True))).rstrip()

    return [line(head), "  ".join("─" * size for size in widths), *map(line, body)]


def padded(text: str, size: int, *, right: bool) -> str:
    """*text* filled up with blanks to *size*."""
    blanks = " " * (size - width(text))
    return blanks + text if right else text + blanks


def width(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
