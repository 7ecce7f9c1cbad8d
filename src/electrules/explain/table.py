"""Tables of plain text, and the signed numbers and shares that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..diagnostics.render import width
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
    """Rows under a heading and a rule, as `aligned` lays them out."""
    widths = columns([head, *body])
    first, *rest = aligned([head, *body], texts)
    return [first, "  ".join("─" * size for size in widths), *rest]


def aligned(rows: Sequence[Sequence[str]], texts: int = 1) -> list[str]:
    """*rows* with their columns apart by two blanks; the first *texts* columns stand to the left, all else, as numbers do, to the right."""
    widths = columns(rows)

    def line(cells: Sequence[str]) -> str:
        return "  ".join(padded(text, size, right=place >= texts) for place, (text, size) in enumerate(zip(cells, widths, strict=True))).rstrip()

    return list(map(line, rows))


def columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column of *rows* is."""
    return [max(map(width, column)) for column in zip(*rows, strict=True)]


def padded(text: str, size: int, *, right: bool) -> str:
    """*text* filled up with blanks to *size*."""
    blanks = " " * (size - width(text))
    return blanks + text if right else text + blanks
