"""A comparison as a chart: both laws as steps over a number of people; plain SVG that loads nothing and prints in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from attrs import frozen

from ..evaluate.piece import Piece, Range, Stretch
from ..tree.types import Number
from ..values.number import whole, write_number
from ..values.time import write_day
from .comparison import heading, piece_words, title
from .verdict import piece_said
from .words import word

if TYPE_CHECKING:
    from ..comparison import Comparison, Row

WIDTH, HEIGHT = 760, 260
LEFT, RIGHT, TOP, BOTTOM, HEAD = 64, 24, 34, 48, 64
PANELS = 24
"""Charts of one picture; where more kinds of units differ, the others are left to the table."""

FONT = 'font-family="Noto Sans, DejaVu Sans, Segoe UI, Arial, sans-serif" font-size="12"'
MARKS = 4
"""Marks that an axis has at least."""

STYLES = (("#2f5d8a", "6 3"), ("#b3402a", ""))
"""The line of either law: colour, and dashes so that it is told apart without colour."""


@frozen
class Step:
    """A stretch of the axis on which both laws give one number each (None: no number)."""

    least: Fraction
    most: Fraction
    values: tuple[Fraction | None, Fraction | None]


@frozen
class Panel:
    """One chart: the steps for one kind of unit."""

    caption: str
    steps: tuple[Step, ...]


def svg(comparison: Comparison, lang: str, fact: str | None = None) -> str:
    """The chart of a comparison, as the text of an SVG file."""
    axis = fact if fact is not None else axis_of(comparison)
    panels = list(panels_of(comparison, axis, lang))[:PANELS] if axis is not None else []
    height = HEAD + HEIGHT * max(1, len(panels))
    name = clean(title(comparison, lang))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" lang="{lang}" role="img" {FONT}>',
        f"<title>{name}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="24" font-size="15" font-weight="bold">{name}</text>',
        *legend(comparison, lang),
    ]
    if axis is None or not panels:
        lines.append(f'<text x="{LEFT}" y="{HEAD + 24}">{clean(word("compare.none", lang))}</text>')
    for place, panel in enumerate(panels):
        names = (heading(str(axis), comparison.terms, lang), heading(comparison.term, comparison.terms, lang))
        lines += drawn(panel, HEAD + HEIGHT * place, names, lang)
    return "\n".join([*lines, "</svg>"]) + "\n"


def axis_of(comparison: Comparison) -> str | None:
    """The number that cuts the facts into most rows."""
    counts: dict[str, set[Piece]] = {}
    for row in comparison.every:
        for fact, piece in row.box.items():
            if isinstance(comparison.terms[fact].type, Number):
                counts.setdefault(fact, set()).add(piece)
    return max(counts, key=lambda each: len(counts[each]), default=None)


def legend(comparison: Comparison, lang: str) -> Iterator[str]:
    """Which line is which law."""
    x = LEFT
    for name, day, (colour, dashes) in zip(("legend before", "legend after"), comparison.days, STYLES, strict=True):
        text = word(f"compare.{name}", lang, on=write_day(day, lang))
        yield line(x, 44, x + 34, 44, colour, dashes, 2.4)
        yield f'<text x="{x + 40}" y="48">{clean(text)}</text>'
        x += 60 + 8 * len(text)


# ----------------------------------------------------------------------- panels


def panels_of(comparison: Comparison, axis: str, lang: str) -> Iterator[Panel]:
    """A panel for each kind of unit for which the two laws differ."""
    groups: dict[tuple[tuple[str, Piece], ...], list[Row]] = {}
    for row in comparison.every:
        groups.setdefault(tuple((fact, piece) for fact, piece in row.box.items() if fact != axis), []).append(row)
    for others, rows in groups.items():
        if any(row.differs for row in rows) and any(axis in row.box for row in rows):
            caption = ", ".join(said(fact, piece, comparison, lang) for fact, piece in others)
            steps = [step for row in rows if (step := step_of(row.box.get(axis), row)) is not None]
            yield Panel(caption, tuple(sorted(steps, key=lambda each: each.least)))


def said(fact: str, piece: Piece, comparison: Comparison, lang: str) -> str:
    """What a panel is about: a member by its name, what is yes or no with the name of the fact."""
    if isinstance(piece, frozenset) and len(piece) == 1 and not isinstance(next(iter(piece)), bool):
        return piece_words(fact, piece, comparison.terms, lang)
    return piece_said(fact, piece, comparison.terms, lang)


def step_of(piece: Piece | None, row: Row) -> Step | None:
    """A row as a step."""
    if not isinstance(piece, Range | Stretch):
        return None
    before, after = (number_of(side.value) for side in row.sides)
    return Step(Fraction(piece.least), Fraction(piece.most), (before, after))


def number_of(value: object) -> Fraction | None:
    """A value as a height."""
    return Fraction(value) if isinstance(value, int | Fraction) and not isinstance(value, bool) else None


# ---------------------------------------------------------------------- drawing


def drawn(panel: Panel, top: int, names: tuple[str, str], lang: str) -> Iterator[str]:
    """One chart, with axes."""
    heights = [each for step in panel.steps for each in step.values if each is not None]
    low, high, rise = scale(min(heights, default=Fraction(0)), max(heights, default=Fraction(1)))
    left = panel.steps[0].least
    last = panel.steps[-1]
    right = min(last.most, last.least + max(Fraction(1), (last.least - left) / 8)) if len(panel.steps) > 1 else last.most
    _, _, stride = scale(left, right)
    length = max(right - left, Fraction(1))
    bottom, ceiling = top + HEIGHT - BOTTOM, top + TOP

    def x(number: Fraction) -> float:
        return round(LEFT + float((min(number, right) - left) / length) * (WIDTH - LEFT - RIGHT), 1)

    def y(number: Fraction) -> float:
        return round(bottom - float((number - low) / (high - low)) * (bottom - ceiling), 1)

    yield f'<text x="{LEFT}" y="{top + 14}" font-weight="bold">{clean(panel.caption)}</text>'
    yield f'<text x="{LEFT}" y="{top + 28}" fill="#444444">{clean(names[1])}</text>'
    yield f'<text x="{WIDTH - RIGHT}" y="{bottom + 34}" text-anchor="end" fill="#444444">{clean(names[0])}</text>'
    for mark in marks(low, high, rise):
        yield line(LEFT, y(mark), WIDTH - RIGHT, y(mark), "#dddddd", "", 0.8)
        yield f'<text x="{LEFT - 6}" y="{y(mark) + 4}" text-anchor="end">{write_number(whole(mark), lang)}</text>'
    for mark in marks(left, right, stride):
        yield line(x(mark), bottom, x(mark), bottom + 4, "#444444", "", 1)
        yield f'<text x="{x(mark)}" y="{bottom + 17}" text-anchor="middle">{write_number(whole(mark), lang)}</text>'
    yield line(LEFT, bottom, WIDTH - RIGHT, bottom, "#444444", "", 1)
    for place, (colour, dashes) in reversed(tuple(enumerate(STYLES))):
        path = path_of(panel.steps, place, x, y)
        if path:
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.2"{dashed}/>'


def path_of(steps: Sequence[Step], place: int, x: Callable[[Fraction], float], y: Callable[[Fraction], float]) -> str:
    """The steps of one law as a path; it breaks off where there is no number."""
    parts: list[str] = []
    before: Fraction | None = None
    for step in steps:
        value = step.values[place]
        if value is not None:
            start = f"V{y(value)}" if before is not None else f"M{x(step.least)} {y(value)}"
            parts.append((f"H{x(step.least)}" if before is not None else "") + start + f"H{x(step.most + 1)}")
        before = value
    return "".join(parts)


def scale(least: Fraction, most: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """Round ends for an axis from *least* to *most*, and the distance of its marks: at least four, at round numbers."""
    span = max(most - least, Fraction(1))
    ten = Fraction(10) ** (len(str(ceil(span))) - 1)
    steps = [each for each in (ten, ten / 2, ten / 4, ten / 5, ten / 10) if each.denominator == 1]
    step = next((each for each in steps if span / each >= MARKS), steps[-1])
    low = (least // step) * step
    high = -((-most) // step) * step
    return low, max(high, low + step), step


def marks(low: Fraction, high: Fraction, step: Fraction) -> Iterator[Fraction]:
    """The numbers written along an axis."""
    mark = -((-low) // step) * step
    while mark <= high:
        yield mark
        mark += step


def line(x1: float, y1: float, x2: float, y2: float, colour: str, dashes: str, size: float) -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{size}"{dashed}/>'


def clean(text: str) -> str:
    """*text* as XML takes it: escaped, without characters that XML forbids."""
    return escape("".join(char for char in text if char == "\t" or (ord(char) >= 32 and not 0xD800 <= ord(char) <= 0xDFFF)), {'"': "&quot;"})
