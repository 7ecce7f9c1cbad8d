"""A calendar as one HTML page that loads nothing and prints on A4: a timeline, then a table by months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby

from ..calendar import Calendar
from ..explain.calendar import aside, legend, month_name, objections, title, undated
from ..explain.row import MARKS, Row, readings_of, rows_of
from ..explain.words import word
from ..values.time import weekday_name, write_day
from .timeline import FORCES, timeline

COLUMNS = ("date", "time", "event", "actor", "count", "place")

STYLE = """
:root { color-scheme: light; --ink: #1d2733; --soft: #55606e; --line: #dfe3e8; --must: #0b5394; --may: #0f6f4f; --not: #b3261e; }
* { box-sizing: border-box; }
html { font: 15px/1.45 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff; }
body { max-width: 74rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.55rem; line-height: 1.25; margin: 0 0 .8rem; }
.objection { border-left: 4px solid var(--not); background: #fdf1f0; padding: .5rem .8rem; margin: .4rem 0; }
figure { margin: 1.2rem 0 1.6rem; border: 1px solid var(--line); border-radius: 8px; padding: .6rem .4rem .4rem; }
svg.timeline { display: block; width: 100%; height: auto; font-size: 12.5px; }
svg text { fill: var(--ink); } svg text.month, svg text.axis { fill: var(--soft); font-size: 11.5px; }
svg text.election { font-weight: 700; fill: var(--not); font-size: 13px; }
svg .lane { fill: #f4f6f9; } svg path.month { stroke: var(--line); fill: none; } svg path.axis { stroke: var(--soft); fill: none; }
svg path.election { stroke: var(--not); stroke-width: 2; fill: none; opacity: .75; }
svg .paper { fill: #fff; } svg .stripe { fill: var(--not); }
.must > :not(title) { fill: var(--must); stroke: #fff; stroke-width: 1; }
.may > :not(title) { fill: #fff; stroke: var(--may); stroke-width: 2.2; }
.must-not > :not(title) { fill: url(#hatch); stroke: var(--not); stroke-width: 1.4; } .must-not > .cross { stroke-width: 2.6; fill: none; }
svg a:hover > :not(title), svg a:focus > :not(title) { stroke: #000; stroke-width: 2.4; outline: none; }
figcaption { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: .3rem .6rem; color: var(--soft); font-size: .87rem; }
figcaption svg { width: 22px; height: 12px; vertical-align: -1px; margin-right: .35rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); font-size: .87rem; color: var(--soft); }
th.month { padding-top: 1.3rem; font-size: 1.08rem; border-top: 0; }
tr.election td { background: #fdf1f0; } tr:target td { background: #fff6d6; }
time { white-space: nowrap; } td.date span { color: var(--soft); display: block; font-size: .87rem; }
th.date { width: 13%; } th.time { width: 9%; } th.event { width: 27%; } th.actor { width: 17%; } th.count { width: 18%; } th.place { width: 16%; }
td.event { font-weight: 600; } td.event small { display: block; font-weight: 400; color: var(--soft); font-size: .87rem; }
td.event sup { font-weight: 400; margin-left: .25em; } td.place, td.count { color: var(--soft); } a { color: var(--must); }
tr.may td.event { color: var(--may); } tr.must-not td.event { color: var(--not); }
.notes { margin-top: 1.6rem; color: var(--soft); font-size: .93rem; } .notes p, .notes li { margin: .25rem 0; }
@page { size: A4 landscape; margin: 11mm 10mm; }
@media print {
  html { font-size: 10.5px; } body { max-width: none; margin: 0; padding: 0; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  figure { break-inside: avoid; border: 0; padding: 0; margin: 0 0 4mm; } svg.timeline { max-height: 165mm; } figcaption { font-size: 1rem; }
  thead { display: table-header-group; } tr, .notes p { break-inside: avoid; } tr.month { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""

KEYS = {
    "must": '<a class="must"><circle cx="11" cy="6" r="4.6"/></a>',
    "may": '<a class="may"><circle cx="11" cy="6" r="4.6"/></a>',
    "must not": '<a class="must-not"><path d="M6 1l10 10m0 -10l-10 10" class="cross"/></a>',
    "span": '<a class="must"><rect x="0" y="1.5" width="22" height="9" rx="4.5"/></a>',
}
NOTHING = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: only the style that stands in it."""


def calendar_page(calendar: Calendar, lang: str) -> bytes:
    """*calendar* as an HTML document."""
    rows = rows_of(calendar, lang)
    name = escape(title(calendar, lang))
    said = "\n".join(f'<p class="objection" role="alert">{escape(each)}</p>' for each in objections(calendar, lang))
    body = f"{figure(calendar, rows, lang)}\n{table(calendar, rows, lang)}\n" if rows else ""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{NOTHING}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n<h1>{name}</h1>\n{said}\n{body}{notes(calendar, rows, lang)}</main>\n</body>\n</html>\n"
    ).encode()


def figure(calendar: Calendar, rows: Sequence[Row], lang: str) -> str:
    """The timeline and what its signs say."""
    used = [force for force in FORCES if any(row.deadline.limit.force == force for row in rows)]
    used += ["span"] if any(row.is_span for row in rows) else []
    keys = "".join(f'<span><svg viewBox="0 0 22 12" aria-hidden="true">{KEYS[each]}</svg>{key(each, lang)}</span>' for each in used)
    return f"<figure>\n{timeline(calendar, rows, lang)}\n<figcaption>{keys}</figcaption>\n</figure>"


def key(sign: str, lang: str) -> str:
    """What a sign of the timeline says."""
    return escape(word(f"timeline.{sign}", lang))


def table(calendar: Calendar, rows: Sequence[Row], lang: str) -> str:
    """The deadlines, a part of the table for each month."""
    head = "".join(f'<th scope="col" class="{each}">{escape(word(f"calendar.column.{each}", lang).capitalize())}</th>' for each in COLUMNS)
    numbered = enumerate(rows, 1)
    parts = []
    for (year, month), each in groupby(numbered, lambda pair: (pair[1].first.year, pair[1].first.month)):
        name = escape(month_name(year, month, lang))
        lines = "\n".join(line(number, row, calendar.election_day, lang) for number, row in each)
        parts.append(f'<tbody>\n<tr class="month"><th class="month" colspan="{len(COLUMNS)}" scope="rowgroup">{name}</th></tr>\n{lines}\n</tbody>')
    return f"<table>\n<thead><tr>{head}</tr></thead>\n" + "\n".join(parts) + "\n</table>"


def line(number: int, row: Row, election_day: date, lang: str) -> str:
    """A row of the table."""
    kinds = [row.deadline.limit.force.replace(" ", "-"), *(["election"] if row.first == row.last == election_day else [])]
    until = f"{escape(row.clock)} " if row.clock else ""  # the time of day is that of the last day
    days = dated(row.first, lang) + (f" → {until}{dated(row.last, lang)}" if row.is_span else "")
    weekdays = row.weekday + (f" → {weekday_name(row.last.isoweekday(), lang)}" if row.is_span else "")
    small = "".join(f"<small>{MARKS[each.mark]} {escape(each.text)}</small>" for each in row.remarks)
    numbers = ", ".join(f'<a href="#r{each}">{each}</a>' for each in row.readings)
    notes = f"<sup>{numbers}</sup>" if numbers else ""
    cells = (
        f'<td class="date">{days}<span>{escape(weekdays)}</span></td>',
        f'<td class="time">{"" if row.is_span else escape(row.clock)}</td>',
        f'<td class="event">{escape(row.event)}{notes}{small}</td>',
        *(f'<td class="{name}">{escape(text)}</td>' for name, text in (("actor", row.actor), ("count", row.count), ("place", row.place))),
    )
    return f'<tr id="d{number}" class="{" ".join(kinds)}">{"".join(cells)}</tr>'


def dated(day: date, lang: str) -> str:
    """A day that a reader and a program can read."""
    return f'<time datetime="{day.isoformat()}">{write_day(day, lang)}</time>'


def notes(calendar: Calendar, rows: Sequence[Row], lang: str) -> str:
    """What cannot be dated, what the signs say, the readings relied on."""
    lines = [f"<p>{escape(each)}</p>" for each in (*undated(calendar, lang), *aside(calendar, lang), *legend(rows))]
    lines += list(numbered_readings(calendar, lang))
    return '<section class="notes">\n' + "\n".join(lines) + "\n</section>\n" if lines else ""


def numbered_readings(calendar: Calendar, lang: str) -> Iterator[str]:
    """The readings, each a place that rows lead to."""
    for number, each in enumerate(readings_of(calendar), 1):
        text = word("calendar.reading", lang, number=number, statement=each.statement, source=each.source)
        yield f'<p id="r{number}">{escape(text)}</p>'
