"""Coverage as lawyers read it: a line for each article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from ..explain.words import word
from ..source.places import place_text

if TYPE_CHECKING:
    from .coverage import ArticleCoverage, Coverage, InstrumentCoverage

MARKS = {"encoded": "●", "partly": "◐", "unmeasured": "◍", "not codable": "○", "not read": "?", "missing": "·"}


def coverage_text(coverage: Coverage, lang: str) -> str:
    """Every instrument, article by article."""
    return "\n\n".join(instrument_text(each, lang) for each in coverage.instruments)


def instrument_text(found: InstrumentCoverage, lang: str) -> str:
    """An instrument: its counts, then its articles."""
    head = word("coverage.head", lang, number=found.instrument.address.text(lang), title=found.instrument.title, counts=counts(found, lang))
    return "\n".join([head, f"  {clauses(found, lang)}", *(line for each in runs(found) for line in run_lines(each, lang))])


def counts(found: InstrumentCoverage, lang: str) -> str:
    """How many articles are in each state."""
    return ", ".join(f"{found.count(state)} {state_name(state, lang)}" for state in MARKS if found.count(state))


def clauses(found: InstrumentCoverage, lang: str) -> str:
    """How many of the clauses that the instrument has are in the rules, as far as it is known what it has."""
    if found.unmeasured is None:
        return word("coverage.clauses-unknown", lang)
    held, of = found.clauses
    said = [word("coverage.clauses", lang, held=held, of=of)] if of else []
    said += [word("coverage.articles-unknown", lang, count=found.unmeasured)] if found.unmeasured else []
    return "; ".join(said)


def runs(found: InstrumentCoverage) -> Iterator[list[ArticleCoverage]]:
    """The articles, those together that are missing one after another and of which there is no more to say."""
    for silent, group in groupby(found.articles, key=lambda each: each.state == "missing" and not each.cases):
        articles = list(group)
        yield from [articles] if silent else ([each] for each in articles)


def run_lines(articles: list[ArticleCoverage], lang: str) -> list[str]:
    """One article, or several that are missing one after another."""
    first, last = articles[0], articles[-1]
    if first is last:
        return article_lines(first, lang)
    said = word("coverage.run", lang, mark=MARKS[first.state], first=first.article, last=last.article, state=state_name(first.state, lang))
    return [f"  {said}"]


def article_lines(found: ArticleCoverage, lang: str) -> list[str]:
    """An article: its state, what is missing, what was amended, what cannot be encoded and why."""
    head = word("coverage.article", lang, mark=MARKS[found.state], article=found.article, state=state_name(found.state, lang))
    details = [word("coverage.cases", lang, count=len(found.cases))] if found.cases else []
    details += [word("coverage.orders", lang, count=found.orders)] if found.orders else []
    lines = [f"  {head}{' — ' if details else ''}{', '.join(details)}"]
    lines += [f"      {each}" for each in (*lacking(found, lang), *changes(found, lang))]
    lines += [f"      {word('coverage.uncoded', lang, what=each.what, reason=each.reason)}" for each in found.uncoded]
    return lines + [f"      {each}" for each in silences(found, lang)]


def lacking(found: ArticleCoverage, lang: str) -> list[str]:
    """The clauses and points of the article that are not in the rules, or not whole; nothing of an article that is missing as a whole."""
    if found.state == "missing":
        return []
    said = (("coverage.lacking", found.held.missing), ("coverage.begun", found.held.begun))
    parts = ((name, [place_text(evolve(each, article=None), lang) for each in places]) for name, places in said if places)
    return [word(name, lang, places=", ".join(places)) for name, places in parts]


def changes(found: ArticleCoverage, lang: str) -> list[str]:
    """Who amended the article, and who repealed it or a part of it."""
    said = (("coverage.amended", found.amended_by), ("coverage.repealed", found.repealed_by))
    return [word(name, lang, places="; ".join(each.text(lang) for each in places)) for name, places in said if places]


def silences(found: ArticleCoverage, lang: str) -> list[str]:
    """Where the law says nothing, where its text was not to be had, where it contradicts itself: each with the reason that is declared."""
    said = (("coverage.silence", found.silences), ("coverage.unread", found.unread), ("coverage.contradiction", found.contradictions))
    return [word(name, lang, reason=reason) for name, reasons in said for reason in reasons]


def state_name(state: str, lang: str) -> str:
    """What *lang* calls a state."""
    return word(f"coverage.{state}", lang)
