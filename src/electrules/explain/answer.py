"""An answer as a clerk reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..languages import place_of
from ..tree.nodes import Interpretation, Silence
from ..tree.terms import Terms
from ..tree.types import Term
from ..values.time import write_day
from .say import bounds_text, heading_of, in_words, question_of, value_text
from .words import has, word, written_in

if TYPE_CHECKING:
    from ..evaluate.answer import Answer, Awaited


def answer_text(answer: Answer, lang: str) -> str:
    """The question, what it comes to, the provisions that say so, and what is still open."""
    lines = [f"{head(answer, lang)}: {outcome_text(answer, lang)}"]
    lines += [f"  {each}" for each in grounds(answer, lang)]
    if answer.law_on != answer.on:
        lines.append(word("law-on", lang, day=write_day(answer.law_on, lang)))
    if answer.known is not None:
        lines.append(word("known", lang, day=write_day(answer.known, lang)))
    lines += open_lines(answer, lang)
    return "\n".join(lines)


def open_lines(answer: Answer, lang: str, *, readings: bool = True) -> list[str]:
    """What a reader must know beside the value: status, *readings*, questions, decisions awaited."""
    lines = []
    if has(f"status.{answer.status}"):
        lines.append(word(f"status.{answer.status}", lang))
    lines += reading_lines(answer.interpretations, lang) if readings else []
    decisions = {each.term.id for each in answer.awaits}
    asked = [each for each in answer.missing if each.id not in decisions]
    if asked:
        lines += [word("ask", lang), *(f"  - {unsure_question(each, lang)}" for each in asked)]
    lines += [awaited_text(each, answer.tree.named, lang) for each in answer.awaits]
    if answer.by_range:
        lines.append(word("by-range", lang))
    return lines


def reading_lines(readings: Iterable[Interpretation], lang: str) -> list[str]:
    """The readings relied on; the first that is written in another language says so for those that follow."""
    lines, here = [], lang
    for each in readings:
        written = written_in(each.lang or here, here, lang)
        here = each.lang or here
        lines.append(word("reading", lang, written=written, statement=each.statement.rstrip(" ."), source=each.source.rstrip(" .")))
    return lines


def head(answer: Answer, lang: str) -> str:
    """What was asked, and of which day."""
    return word("question", lang, term=heading_of(answer.term, answer.tree.named, lang), day=write_day(answer.on, lang))


def outcome_text(answer: Answer, lang: str) -> str:
    """The value with its unit, or why there is none."""
    if answer.outcome != "answered" or answer.value is None:
        return unsure_of(answer.term, answer.tree.named, lang) if answer.outcome == "unknown" else word(answer.outcome, lang)
    return value_text(answer.value, answer.unit or "", answer.term, answer.tree.named, lang)


def unsure_of(term: str, terms: Terms, lang: str) -> str:
    """That a term is not known, in its own words where it has any."""
    found = terms.get(term)
    return (in_words(found.unknown, lang) if found is not None else "") or word("unknown", lang)


def unsure_question(term: Term, lang: str) -> str:
    """The question for a fact, after the words that it has for not being known."""
    question, unsure = question_of(term, lang), in_words(term.unknown, lang)
    return word("ask.unsure", lang, unsure=unsure, question=question) if unsure else question


def grounds(answer: Answer, lang: str) -> list[str]:
    """The provisions relied on, and the silences declared."""
    silences = {each.citation: each for each in answer.sources if isinstance(each, Silence)}
    lines = []
    for citation in answer.citations:
        place = citation.text(lang)
        silence = silences.get(citation)
        if silence is not None and silence.reason:
            written = written_in(silence.lang, lang, lang, "written.before")
            lines.append(word("by.silence", lang, reason=silence.reason.rstrip(" ."), place=place, written=written))
        else:
            lines.append(word(f"by.{answer.outcome}", lang, place=place))
    return lines


def awaited_text(awaited: Awaited, terms: Terms, lang: str) -> str:
    """Who decides, on whose proposal, within which bounds, under which provision."""
    place = place_of(lang)
    authority, proposer = awaited.names
    return word(
        "awaited",
        lang,
        authority=authority[place],
        proposer=word("proposer", lang, proposer=proposer[place]) if proposer else "",
        bounds=bounds_text(awaited.least, awaited.most, getattr(awaited.term.type, "unit", ""), terms, lang),  # type: ignore[arg-type]
        place=word("awaited-place", lang, place=awaited.citation.text(lang)) if awaited.citation else "",
    )
