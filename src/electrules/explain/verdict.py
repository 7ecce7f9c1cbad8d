"""Verdicts of consistency, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..evaluate.piece import Piece
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.types import OneOf
from ..values.time import write_day
from .say import fact_text, name_of, piece_text, value_text
from .words import listed, word

if TYPE_CHECKING:
    from ..consistency.verdict import Verdict

CITED_BELOW = {"gap": "nearest", "conflict": "places"}
SHOWN = 6
"""Members of a list, and provisions, that a sentence names before it counts."""


def verdict_text(verdict: Verdict, lang: str) -> str:
    """A verdict as sentences."""
    term = verdict.terms.get(verdict.term)
    name = term.name(lang) if term is not None else verdict.term
    places = places_text(verdict.citations, lang)
    what = word(f"verdict.{_wording(verdict)}", lang, where=where_text(verdict, lang), places=places, reason=verdict.reason).strip()
    lines = [word("verdict.head", lang, name=name[:1].upper() + name[1:], days=days_text(verdict.first_day, verdict.last_day, lang), what=what)]
    is_dead = verdict.kind == "dead rule"
    if verdict.witness is not None and verdict.on is not None and verdict.verdict == "refuted" and (verdict.witness or not is_dead):
        wording = "still dead" if is_dead else "witness"
        lines.append(word(f"verdict.{wording}", lang, facts=facts_text(verdict.witness, verdict.terms, lang), on=write_day(verdict.on, lang)))
    if _lists(verdict):
        rest = list(zip(verdict.regions, verdict.partly or (False,) * len(verdict.regions), strict=True))[1:SHOWN]
        lines += [word("verdict.also", lang, where=region_text(each, verdict.terms, lang, partly=partly)) for each, partly in rest]
    if _wording(verdict) == "not decided":
        lines.append(advice(verdict, lang))
    lines += further_lines(verdict, lang)
    if verdict.verdict == "refuted" and verdict.reason:
        lines.append(word("verdict.known", lang, reason=verdict.reason.rstrip(".")))
    if verdict.citations and verdict.verdict == "refuted" and verdict.kind in CITED_BELOW:
        lines.append(word(f"verdict.{CITED_BELOW[verdict.kind]}", lang, places=places))
    return "\n  ".join(lines)


def advice(verdict: Verdict, lang: str) -> str:
    """What makes a verdict possible: a fact to bound, or facts that meet of which one is to be bounded."""
    form = "advice" if not verdict.wide else "advice one" if len(verdict.wide) == 1 else "advice several"
    names = listed([name_of(each, verdict.terms, lang) for each in verdict.wide], "and", lang)
    return word(f"verdict.{form}", lang, names=names)


def further_lines(verdict: Verdict, lang: str) -> list[str]:
    """In which other days the same fails, and what has no result by it or by what it has none."""
    lines = []
    if verdict.further:
        shown = "; ".join(days_text(*each, lang) for each in verdict.further[:SHOWN])
        more = len(verdict.further) - SHOWN
        lines.append(word("verdict.further more" if more > 0 else "verdict.further", lang, days=shown, count=more))
    if verdict.brought:
        lines.append(word("verdict.brought", lang, names=_names(verdict.brought, verdict.terms, lang)))
    if verdict.rests:
        more = len(verdict.rests) - SHOWN
        lines.append(word("verdict.rests more" if more > 0 else "verdict.rests", lang, names=_names(verdict.rests, verdict.terms, lang), count=more))
    return lines


def _names(terms: tuple[str, ...], known: Terms, lang: str) -> str:
    return ", ".join(name_of(each, known, lang) for each in terms[:SHOWN])


def _wording(verdict: Verdict) -> str:
    """Which sentence says it."""
    if verdict.kind == "silence" and not verdict.citations:
        return "ended"
    if verdict.kind == "unread" and not verdict.citations:
        return "unread unheld"
    if verdict.kind in ("later prevails", "silence", "unread"):
        return verdict.kind
    if verdict.kind == "contradiction":
        alone = " alone" if verdict.verdict == "refuted" and len(verdict.citations) == 1 else ""
        return {"proved": "contradiction proved", "not decided": "contradiction not decided"}.get(verdict.verdict, f"contradiction{alone}")
    if verdict.undefined:
        return "undefined"
    return verdict.kind if verdict.verdict == "refuted" else verdict.verdict


def days_text(first: date | None, last: date | None, lang: str) -> str:
    """A stretch of days, both ends included."""
    form = {(True, True): "from to", (True, False): "from", (False, True): "to", (False, False): "always"}[first is not None, last is not None]
    return word(f"verdict.{form}", lang, first=write_day(first, lang) if first else "", last=write_day(last, lang) if last else "")


def places_text(citations: tuple[Citation, ...], lang: str) -> str:
    """Provisions, joined; many are cut short."""
    said = list(dict.fromkeys(each.text(lang) for each in citations))
    if len(said) > SHOWN:
        return "; ".join(said[:SHOWN]) + "; …"
    return f" {word('and', lang)} ".join(said) if len(said) < 3 else "; ".join(said)


def where_text(verdict: Verdict, lang: str) -> str:
    """The first region in words, and how many more there are that are not said."""
    first = verdict.regions[0] if verdict.regions else {}
    partly = bool(verdict.partly) and verdict.partly[0]
    text = "" if not first and verdict.kind == "contradiction" else region_text(first, verdict.terms, lang, partly=partly)
    others = len(verdict.regions) - (SHOWN if _lists(verdict) else 1)
    if others <= 0:
        return text
    return word("verdict.more", lang, where=text, count=others) if others > 1 else word("verdict.one more", lang, where=text)


def region_text(region: Mapping[str, Piece], terms: Terms, lang: str, *, partly: bool = False) -> str:
    """All facts of one region in words; *partly*: of some of its cases only."""
    parts = [piece_said(fact, piece, terms, lang) for fact, piece in region.items()]
    some = "partly" if partly else "where"
    return (
        word(f"verdict.{some}", lang, facts=", ".join(parts)) if parts else word(f"verdict.{'partly everywhere' if partly else 'everywhere'}", lang)
    )


def _lists(verdict: Verdict) -> bool:
    """Whether each region stands on a line of its own: of what is to be mended, none is only counted."""
    return verdict.verdict == "refuted" and verdict.kind in CITED_BELOW


def facts_text(facts: Mapping[str, Value], terms: Terms, lang: str) -> str:
    """Facts in words."""
    return "; ".join(fact_text(fact, value, terms, lang) for fact, value in facts.items()) or word("verdict.any facts", lang)


def piece_said(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What a region supposes of a fact; of most of a long list, what it is not."""
    term = terms.get(fact)
    if isinstance(piece, frozenset) and term is not None and isinstance(term.type, OneOf) and len(piece) > SHOWN:
        listed = [each.id for each in term.type.members]
        others = [each for each in listed if each not in piece]
        few = others if len(others) <= SHOWN else [each for each in listed if each in piece][:3]
        values = ", ".join(value_text(each, "", fact, terms, lang) for each in few)
        form = "other than" if len(others) <= SHOWN else "too many"
        return word(f"verdict.{form}", lang, name=name_of(fact, terms, lang), values=values, count=len(piece))
    return piece_text(fact, piece, terms, lang)
