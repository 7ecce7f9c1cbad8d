"""A plan as a chart: people per deputy of each constituency beside the mean; plain SVG that loads nothing and prints in black and white."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ..explain.svg import clean
from ..explain.table import percent
from .plan_text import people, plan_lines
from .plan_words import said

if TYPE_CHECKING:
    from .plan_result import Constituency, Plan

WIDTH, LEFT, RIGHT, HEAD, ROW, BAR, FOOT = 860, 250, 230, 64, 26, 16, 24
BARS = 200
"""Bars of one picture; the other constituencies are counted."""

LETTERS = 34
FONT = 'font-family="Noto Sans, DejaVu Sans, Segoe UI, Arial, sans-serif" font-size="12"'
INK, OVER, UNDER, LINE = "#1c2430", "#b3402a", "#2f5d8a", "#444444"


def plan_chart(plan: Plan, lang: str) -> str:
    """The chart of *plan*, as the text of an SVG file."""
    shown = plan.constituencies[:BARS]
    more = len(plan.constituencies) - len(shown)
    bottom = HEAD + ROW * max(1, len(shown))
    height = bottom + FOOT + (ROW if more else 0)
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    title = said("chart", lang)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:lang="{lang}" role="img" {FONT}>',
        f"<title>{clean(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="20" y="26" font-size="15" font-weight="bold" fill="{INK}">{clean(title)}</text>',
    ]
    if not shown:
        lines.append(f'<text x="20" y="{HEAD + 4}" fill="{INK}">{clean(next(plan_lines(plan, lang)))}</text>')
    else:
        widest = max(Fraction(plan.mean), *(Fraction(each.per_deputy) for each in shown))
        for place, each in enumerate(shown):
            lines += bar(each, HEAD + ROW * place, widest, lang)
        x = LEFT + along(Fraction(plan.mean), widest)
        lines.append(f'<path d="M{x} {HEAD - 6}V{bottom}" stroke="{LINE}" stroke-width="1.4" stroke-dasharray="5 3"/>')
        lines.append(
            f'<text x="{x}" y="{HEAD - 12}" text-anchor="middle" fill="{LINE}">{clean(said("chart.mean", lang, mean=people(plan.mean, lang)))}</text>'
        )
    if more:
        lines.append(f'<text x="20" y="{bottom + ROW - 8}" fill="{INK}">{clean(said("chart.more", lang, count=more))}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def bar(each: Constituency, top: int, widest: Fraction, lang: str) -> Iterator[str]:
    """One constituency: its parts, its bar, its numbers. Above the mean the bar is full, below it is hollow, so that colour is not needed."""
    width, line = along(Fraction(each.per_deputy), widest), top + BAR - 3
    colour = OVER if each.deviation > 0 else UNDER
    fill = colour if each.deviation > 0 else "#ffffff"
    names = said("chart.label", lang, number=each.number, parts=", ".join(each.parts))
    seats = said("chart.seats", lang, seats=each.seats)
    label = names if len(names) <= LETTERS else f"{names[: LETTERS - 1]}…"
    numbers = said("chart.bar", lang, seats=each.seats, per=people(each.per_deputy, lang), deviation=percent(each.deviation, lang, sign=True))
    yield f"<g><title>{clean(f'{names}: {seats}')}</title>"
    yield f'<text x="{LEFT - 8}" y="{line}" text-anchor="end" fill="{INK}">{clean(label)}</text>'
    yield f'<rect x="{LEFT}" y="{top}" width="{width}" height="{BAR}" fill="{fill}" stroke="{colour}" stroke-width="1.4"/>'
    yield f'<text x="{WIDTH - RIGHT + 8}" y="{line}" fill="{INK}">{clean(numbers)}</text></g>'


def along(number: Fraction, widest: Fraction) -> int:
    """How far a number of people reaches, in whole units of the picture."""
    return int(number * (WIDTH - LEFT - RIGHT) / widest)
