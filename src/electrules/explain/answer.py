"""An answer as a clerk reads it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from ..languages import place_of
from ..tree.nodes import Interpretation, Rule, Silence, Unread
from ..tree.terms import Terms
from ..tree.types import Member, Term
from ..values.time import write_day
from .say import bounds_text, heading_of, in_words, question_of, value_text
from .unread import unread_texts
from .words import has, word, written_in

if TYPE_CHECKING:
    from ..evaluate.answer import Answer, Awaited


def answer_text(answer: Answer, lang: str) -> str:
    """The question, what it comes to, the provisions that say so, and what is still open."""
    lines = [f"{head(answer, lang)}: {outcome_text(answer, lang)}"]
    lines += [f"  {each}" for each in grounds(answer, lang)]
    lines += [outside_text(term, member, answer.tree.named, lang) for term, member in answer.outside]
    if answer.law_on != answer.on:
        lines.append(word("law-on", lang, day=write_day(answer.law_on, lang)))
    if answer.known is not None:
        lines.append(word("known", lang, day=write_day(answer.known, lang)))
    lines += open_lines(answer, lang)
    return "\n".join(lines)


def outside_text(term: Term, member: Member, terms: Terms, lang: str) -> str:
    """That a member of a list did not exist on the day, and on which days it does."""
    name = (member.en if lang == "en" else member.vi)[0]
    days = {"since": write_day(member.since, lang) if member.since else "", "last": write_day(member.until - ONE, lang) if member.until else ""}
    case = "both" if member.since and member.until else "ended" if member.until else "begun"
    return word(f"outside.{case}", lang, term=heading_of(term.id, terms, lang), member=name, **days)


ONE = timedelta(days=1)


def open_lines(answer: Answer, lang: str, *, readings: bool = True) -> list[str]:
    """What a reader must know beside the value: status, *readings*, questions, decisions awaited."""
    lines = []
    if answer.outcome != "unread" and has(f"status.{answer.status}"):
        lines.append(word(f"status.{answer.status}", lang))
    if answer.unread and answer.outcome != "unread":
        lines.append(word("unread.beside", lang, texts=unread_texts(answer.unread, lang)))
    if answer.kept_to is not None:
        lines.append(word("kept-to", lang, day=write_day(answer.kept_to, lang)))
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
    match answer.outcome:
        case "answered":
            assert answer.value is not None
            return value_text(answer.value, answer.unit or "", answer.term, answer.tree.named, lang)
        case "unknown":
            return unsure_of(answer.term, answer.tree.named, lang)
        case "unread":
            return word("unread.head", lang, texts=unread_texts(answer.unread, lang)) if answer.unread else word("unread", lang)
        case "not_applicable" | "gap" | "conflict":
            return without_text(answer, lang)


def without_text(answer: Answer, lang: str) -> str:
    """Why there is no value: by the law on the term itself, or by that on another on which it rests."""
    kind = "undefined" if answer.undefined else answer.outcome
    names = f" {word('and', lang)} ".join(each.name(lang) for each in answer.brought)
    return word(f"{kind} of", lang, names=names) if names and has(f"{kind} of") else word(kind, lang)


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
    reasons = {each.citation: said for each in answer.sources if (said := reason_of(each)) is not None}
    lines = []
    for citation in answer.citations:
        place = citation.text(lang)
        silence = reasons.get(citation)
        if silence is not None and silence.reason:
            written = written_in(silence.lang, lang, lang, "written.before")
            lines.append(word("by.silence", lang, reason=silence.reason.rstrip(" ."), place=place, written=written))
        else:
            lines.append(word(f"by.{answer.outcome}", lang, place=place))
    return lines


def reason_of(source: Rule | Silence) -> Silence | Unread | None:
    """What gives the reason for which *source* says nothing: that of a silence, or of a rule whose text was not read."""
    if isinstance(source, Silence):
        return source
    return source.value if isinstance(source.value, Unread) else None


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
