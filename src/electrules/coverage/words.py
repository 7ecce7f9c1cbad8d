"""Coverage as lawyers read it: a line for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..explain.words import word

if TYPE_CHECKING:
    from .coverage import ArticleCoverage, Coverage, InstrumentCoverage

MARKS = {"encoded": "●", "partly": "◐", "not codable": "○", "not read": "·"}


def coverage_text(coverage: Coverage, lang: str) -> str:
    """Every instrument, article by article."""
    return "\n\n".join(instrument_text(each, lang) for each in coverage.instruments)


def instrument_text(found: InstrumentCoverage, lang: str) -> str:
    """An instrument: its counts, then its articles."""
    counts = ", ".join(f"{found.count(state)} {state_name(state, lang)}" for state in MARKS if found.count(state))
    head = word("coverage.head", lang, number=found.instrument.address.text(lang), title=found.instrument.title, counts=counts)
    return "\n".join([head, *(line for each in found.articles for line in article_lines(each, lang))])


def article_lines(found: ArticleCoverage, lang: str) -> list[str]:
    """An article: its state, what was amended, what cannot be encoded and why."""
    head = word("coverage.article", lang, mark=MARKS[found.state], article=found.article, state=state_name(found.state, lang))
    details = [word("coverage.cases", lang, count=len(found.cases))] if found.cases else []
    details += [word("coverage.orders", lang, count=found.orders)] if found.orders else []
    lines = [f"  {head}{' — ' if details else ''}{', '.join(details)}"]
    lines += [f"      {each}" for each in changes(found, lang)]
    lines += [f"      {word('coverage.uncoded', lang, what=each.what, reason=each.reason)}" for each in found.uncoded]
    return lines + [f"      {each}" for each in silences(found, lang)]


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
