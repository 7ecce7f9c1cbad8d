"""The timeline of a calendar: days from left to right, a lane for everybody who has to act, as SVG that stands in a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from html import escape
from textwrap import wrap

from attrs import frozen

from ..calendar import Calendar
from ..explain.row import Row
from ..explain.words import word
from ..values.time import add_months, write_day

WIDTH, LABELS, RIGHT = 1120, 236, 22
TOP, BOTTOM = 46, 34
STEP = 15
"""From one level of a lane to the next."""

LANE = 32
"""The least height of a lane: two lines of its name."""

GAP = 13
"""The least distance of two signs on a level."""

BEFORE, AFTER = 200, 100
"""Days around election day that the frame may show; what lies farther out stands at its edge."""

FORCES = ("must", "may", "must not")
LINE = 30
"""Letters of one line of a lane's name."""


@frozen
class Sign:
    """A deadline in its lane: from *left* to *right* (one place where it is no span), on a *level*, *beyond* the frame or in it."""

    number: int
    row: Row
    left: float
    right: float
    level: int
    beyond: bool


@frozen
class Scale:
    """Where days stand, between the first and last of the frame."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where *day* stands, at the edge if it lies beyond."""
        held = min(max(day, self.first), self.last)
        return round(LABELS + (held - self.first).days * (WIDTH - LABELS - RIGHT) / max((self.last - self.first).days, 1), 1)

    def shows(self, day: date) -> bool:
        """Whether *day* lies in the frame."""
        return self.first <= day <= self.last


def timeline(calendar: Calendar, rows: Sequence[Row], lang: str) -> str:
    """The timeline of *calendar*; each sign leads to its row `dN` of the page."""
    scale = framed(calendar.election_day, rows)
    lanes = [(name, placed(numbered, scale)) for name, numbered in by_actor(rows, lang)]
    backs, parts, y = [], [], float(TOP)
    for place, (name, signs) in enumerate(lanes):
        height = max(LANE, STEP * (1 + max(each.level for each in signs)) + 12)
        backs += [f'<rect x="0" y="{y:g}" width="{WIDTH}" height="{height:g}" class="lane"/>'] if place % 2 == 0 else []
        parts.append(lane(name, signs, y, height))
        y += height
    names = escape(word("timeline.label", lang))
    day = calendar.election_day
    frame = "".join((*backs, *months(scale, y, lang), *election(day, scale, y, lang), *parts, *axis(day, scale, y, lang)))
    return f'<svg viewBox="0 0 {WIDTH} {y + BOTTOM:g}" role="group" aria-label="{names}" class="timeline">{HATCH}{frame}</svg>'


HATCH = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" class="paper"/><rect width="2" height="5" class="stripe"/></pattern></defs>'
)


def framed(election_day: date, rows: Sequence[Row]) -> Scale:
    """The days that the timeline shows."""
    days = [election_day, *(each.first for each in rows), *(each.last for each in rows)]
    near = [each for each in days if -BEFORE <= (each - election_day).days <= AFTER]
    room = timedelta(days=max(2, (max(near) - min(near)).days // 50))
    return Scale(min(near) - room if min(near) > date.min + room else min(near), max(near) + room if max(near) < date.max - room else max(near))


def by_actor(rows: Sequence[Row], lang: str) -> Iterable[tuple[str, list[tuple[int, Row]]]]:
    """The rows of everybody who has to act, with their numbers; in the order in which they first have to."""
    lanes: dict[str, list[tuple[int, Row]]] = {}
    for number, row in enumerate(rows, 1):
        for name in [each[lang == "en"] for each in row.deadline.limit.actors] or [row.actor]:
            lanes.setdefault(name, []).append((number, row))
    return lanes.items()


def placed(numbered: Iterable[tuple[int, Row]], scale: Scale) -> list[Sign]:
    """The signs of a lane, each on the lowest level where it touches no other."""
    ends: list[float] = []
    signs = []
    for number, row in numbered:
        left, right = scale.x(row.first), scale.x(row.last)
        level = next((place for place, end in enumerate(ends) if left - end >= GAP), len(ends))
        ends[level : level + 1] = [right]
        signs.append(Sign(number, row, left, right, level, not (scale.shows(row.first) and scale.shows(row.last))))
    return signs


def lane(name: str, signs: Sequence[Sign], y: float, height: float) -> str:
    """The signs of a lane and its name."""
    lines = wrap(name, LINE) or [""]
    lines = [lines[0], f"{lines[1][: LINE - 1]}…" if len(lines) > 2 else lines[1]] if len(lines) > 1 else lines
    middle = y + height / 2 - 7.5 * (len(lines) - 1) + 4
    spans = "".join(f'<tspan x="8" y="{middle + 15 * place:g}">{escape(line)}</tspan>' for place, line in enumerate(lines))
    base = y + height / 2 + STEP * max(each.level for each in signs) / 2
    return f'<text class="name"><title>{escape(name)}</title>{spans}</text>' + "".join(sign(each, base - STEP * each.level) for each in signs)


def sign(found: Sign, y: float) -> str:
    """A deadline as a sign that leads to its row."""
    row = found.row
    force = row.deadline.limit.force
    days = f"{row.first.isoformat()} – {row.last.isoformat()}" if row.is_span else row.first.isoformat()
    said = escape(f"{days}: {row.event}")
    if row.is_span and found.right - found.left > 1:
        shape = f'<rect x="{found.left:g}" y="{y - 4.5:g}" width="{found.right - found.left:g}" height="9" rx="4.5"/>'
    elif found.beyond:
        way = -1 if found.left <= LABELS else 1
        shape = f'<path d="M{found.left:g} {y - 5:g}l{7 * way} 5l{-7 * way} 5z"/>'
    elif force == "must not":
        shape = f'<path d="M{found.left - 5:g} {y - 5:g}l10 10m0 -10l-10 10" class="cross"/>'
    else:
        shape = f'<circle cx="{found.left:g}" cy="{y:g}" r="4.6"/>'
    return f'<a href="#d{found.number}" class="{force.replace(" ", "-")}"><title>{said}</title>{shape}</a>'


def months(scale: Scale, bottom: float, lang: str) -> Iterable[str]:
    """A line at the beginning of each month, its name above."""
    here: date | None = scale.first.replace(day=1)
    while here is not None and here <= scale.last:
        after = add_months(here, 1)
        left, right = scale.x(here), scale.x(after) if after is not None else WIDTH - RIGHT
        if scale.shows(here):
            yield f'<path d="M{left:g} {TOP - 24}V{bottom:g}" class="month"/>'
        name = f"{here.month:02d}/{here.year}" if lang == "vi" else f"{here.year}-{here.month:02d}"
        if right - left > 52:
            yield f'<text x="{left + 6:g}" y="{TOP - 12}" class="month">{name}</text>'
        here = after


def election(day: date, scale: Scale, bottom: float, lang: str) -> Iterable[str]:
    """Election day, through all lanes."""
    x = scale.x(day)
    yield f'<path d="M{x:g} {TOP - 26}V{bottom:g}" class="election"/>'
    anchor = "end" if x > WIDTH - 90 else "middle"
    yield f'<text x="{x:g}" y="{TOP - 32}" text-anchor="{anchor}" class="election">{write_day(day, lang)}</text>'


def axis(day: date, scale: Scale, bottom: float, lang: str) -> Iterable[str]:
    """Days from election day, below."""
    step = next((each for each in (5, 10, 20, 25, 50) if (scale.last - scale.first).days / each <= 20), 100)
    yield f'<path d="M{LABELS} {bottom:g}H{WIDTH - RIGHT}" class="axis"/>'
    first, last = (scale.first - day).days, (scale.last - day).days
    for count in range(-(-first // step) * step, last + 1, step):
        x = scale.x(day + timedelta(days=count))
        name = "0" if count == 0 else f"{'−' if count < 0 else '+'}{abs(count)}"
        yield f'<path d="M{x:g} {bottom:g}v5" class="axis"/><text x="{x:g}" y="{bottom + 18:g}" text-anchor="middle" class="axis">{name}</text>'
    yield f'<text x="8" y="{bottom + 18:g}" class="axis">{escape(word("timeline.axis", lang))}</text>'
