"""Coverage as one HTML page that loads nothing and prints well."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..explain.words import word
from .coverage import STATES, ArticleCoverage, Coverage, InstrumentCoverage
from .words import MARKS, changes, clauses, counts, lacking, runs, silences, state_name

COLOURS = {"encoded": "#1b7f5c", "partly": "#c98a00", "unmeasured": "#7fa998", "not codable": "#8a8f98", "not read": "#b3a2c9", "missing": "#c9ccd1"}

STYLE = """
:root { color-scheme: light; font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: #1d2733; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .3rem; }
p.counts { margin: .2rem 0 .6rem; color: #4a5563; } svg { display: block; width: 100%; height: 14px; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; margin-top: .8rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid #e3e6ea; }
th { font-weight: 600; white-space: nowrap; width: 6rem; } td.state { white-space: nowrap; width: 10rem; }
td p { margin: .1rem 0; } .reason { color: #4a5563; } .chip { font-weight: 600; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def coverage_page(coverage: Coverage, lang: str) -> str:
    """*coverage* as an HTML document in *lang*."""
    title = word("coverage.title", lang)
    parts = "\n".join(instrument_section(each, lang) for each in coverage.instruments)
    legend = " · ".join(f'<span style="color:{COLOURS[state]}">{MARKS[state]}</span> {escape(state_name(state, lang))}' for state in STATES)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n<p>{legend}</p>\n{parts}\n</body>\n</html>\n"
    )


def instrument_section(found: InstrumentCoverage, lang: str) -> str:
    """An instrument: its counts as a bar, then a row for each article."""
    rows = "\n".join(article_row(each, lang) for each in runs(found))
    return (
        f"<section>\n<h2>{escape(found.instrument.address.text(lang))} — {escape(found.instrument.title)}</h2>\n"
        f'<p class="counts">{escape(counts(found, lang))}<br>{escape(clauses(found, lang))}</p>\n'
        f"{bar(found, lang)}\n<table>\n{rows}\n</table>\n</section>"
    )


def bar(found: InstrumentCoverage, lang: str) -> str:
    """The shares of the states, side by side."""
    total, at, pieces = max(len(found.articles), 1), 0, []
    for state in STATES:
        count = found.count(state)
        if count:
            title = escape(f"{count} {state_name(state, lang)}")
            pieces.append(f'<rect x="{at}" y="0" width="{count}" height="1" fill="{COLOURS[state]}"><title>{title}</title></rect>')
        at += count
    return f'<svg viewBox="0 0 {total} 1" preserveAspectRatio="none" role="img">{"".join(pieces)}</svg>'


def article_row(articles: Sequence[ArticleCoverage], lang: str) -> str:
    """An article, or several that are missing one after another: its state, and all that is said of it."""
    found = articles[0]
    lines = lacking(found, lang)
    lines += [word("coverage.uncoded", lang, what=each.what, reason=each.reason) for each in found.uncoded]
    lines += [*silences(found, lang), *changes(found, lang)]
    lines += [word("coverage.orders", lang, count=found.orders)] if found.orders else []
    lines += [word("coverage.cases", lang, count=len(found.cases))] if found.cases else []
    chip = f'<span class="chip" style="color:{COLOURS[found.state]}">{MARKS[found.state]}</span> {escape(state_name(found.state, lang))}'
    details = "".join(f'<p class="reason">{escape(each)}</p>' for each in lines)
    run = word("coverage.many", lang, first=found.article, last=articles[-1].article)
    article = escape(word("coverage.one", lang, article=found.article) if len(articles) == 1 else run)
    return f'<tr><th scope="row">{article}</th><td class="state">{chip}</td><td>{details}</td></tr>'
