"""Terms, values and what is known of a fact, in words."""

from __future__ import annotations

import re
from fractions import Fraction

from ..evaluate.ask import said
from ..evaluate.piece import LARGEST, Anything, Piece, Range, Rest, Stretch, from_number
from ..languages import LANGS, place_of
from ..source.text import inside
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.types import Clock, Day, ListOf, Moment, Number, OneOf, Term, Text, YesNo
from ..values.number import whole, write_number
from ..values.wording import base_form
from .words import has, listed, word, written_in

CHOICES = 12
"""Members of a closed list that a question names."""


def name_of(term: str, terms: Terms, lang: str) -> str:
    """The name of a term as it stands inside a sentence."""
    found = terms.get(term)
    return inside(found.name(lang) if found is not None else term)


def heading_of(term: str, terms: Terms, lang: str) -> str:
    """The name of a term at the head of a line."""
    name = terms[term].name(lang) if term in terms else word("requirement", lang)
    return name[:1].upper() + name[1:]


def value_text(value: Value, unit: str, of: str, terms: Terms, lang: str) -> str:
    """A value of the term *of* ("" for none) with its unit."""
    if isinstance(value, bool):
        return word("yes" if value else "no", lang)
    if isinstance(value, tuple):
        return ranking_text(value, lang) if is_ranking(value) else word("items", lang, count=len(value))
    if isinstance(value, int | Fraction):
        return with_unit(write_number(value, lang), value, unit, terms, lang)
    term = terms.get(of)
    return said(value, term, lang) if term is not None else said(value, _BARE, lang)


def is_ranking(value: tuple[object, ...]) -> bool:
    """Whether *value* is what a `Rank` comes to."""
    return len(value) == 3 and isinstance(value[0], tuple) and isinstance(value[1], tuple) and type(value[2]) is int


def ranking_text(value: tuple[object, ...], lang: str) -> str:
    """Who was taken, and who was left level."""
    names, level = (tuple(str(each) for each in part) for part in value[:2])  # type: ignore[attr-defined]
    taken = ", ".join(names) if names else word("rank.nobody", lang)
    return word("rank.level", lang, taken=taken, names=", ".join(level), count=value[2]) if level else taken


_BARE = Term("", (("",), ("",)), "fact", Day())


def with_unit(text: str, value: int | Fraction, unit: str, terms: Terms, lang: str) -> str:
    """A written number with the word of its unit."""
    return f"{text} {unit_word(unit, terms, lang, value)}" if unit else text


def unit_word(unit: str, terms: Terms, lang: str, count: int | Fraction | None = None) -> str:
    """The word of a unit after *count* of them (None: a number of unknown size)."""
    declared = terms.units.get(unit)
    if declared is not None:
        return declared.name(lang, count)
    one = f"one.{unit}"
    name = one if count == 1 and has(one) else f"unit.{unit}"
    return word(name, lang) if has(name) else unit


def flag_text(term: str, value: bool, terms: Terms, lang: str) -> str:
    """A yes/no fact as a statement: "thuộc miền núi", "không thuộc miền núi"."""
    found, place = terms.get(term), place_of(lang)
    if found is None or not found.yes[place]:
        return word("yes-form" if value else "no-form", lang, name=name_of(term, terms, lang))
    yes = found.yes[place]
    if value:
        return yes
    if found.no[place]:
        return found.no[place]
    head, _, rest = yes.partition(" ")
    if lang == "en" and head == "has" and not _DONE.match(rest):
        return word("have-no", lang, rest=_ARTICLE.sub("", rest))
    if lang == "en" and base_form(head):  # a declared yes-form begins with its verb
        return word("deny-verb", lang, verb="does", rest=f"{base_form(head)} {rest}".strip())
    return denied(yes, lang)


_DONE = re.compile(r"(?:been|done|made|given|taken|held|paid|\w+ed)\b")
"""What follows "has" in the perfect tense: "has been trained" is denied by "not", "has boarders" by "no"."""
_ARTICLE = re.compile(r"^an? ")


def denied(text: str, lang: str) -> str:
    """The contrary of a short statement."""
    verbs = word("verbs", lang)
    verb = re.match(rf"({verbs}) (.*)", text) if verbs else None
    return word("deny-verb", lang, verb=verb[1], rest=verb[2]) if verb else word("deny", lang, rest=text)


def fact_text(term: str, value: Value, terms: Terms, lang: str) -> str:
    """A fact with its value, as a statement."""
    if isinstance(value, bool):
        return flag_text(term, value, terms, lang)
    found = terms.get(term)
    unit = found.type.unit if found is not None and isinstance(found.type, Number) else ""
    return word("is", lang, name=name_of(term, terms, lang), value=value_text(value, unit, term, terms, lang))


def piece_text(term: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What a case supposes of a fact, as a statement."""
    found = terms.get(term)
    unit = found.type.unit if found is not None and isinstance(found.type, Number) else ""

    def say(value: Value) -> str:
        return value_text(value, unit, term, terms, lang)

    match piece:
        case Range(least, most):
            type_ = found.type if found is not None else Number(None, None)
            if least < most:
                low, high = bare(from_number(least, type_), term, terms, lang), say(from_number(most, type_))
                text = span(None if least <= -LARGEST else low, None if most >= LARGEST else high, lang)
                return word("ranged", lang, name=name_of(term, terms, lang), value=text)
            text = say(from_number(least, type_))
        case Stretch(least, most, over, under):
            if least < most:
                start = None if least <= -LARGEST else bare(whole(least), term, terms, lang)
                end = None if most >= LARGEST else say(whole(most))
                text = span(start, end, lang, over=over, under=under)
                return word("ranged", lang, name=name_of(term, terms, lang), value=text)
            text = say(whole(least))
        case Rest(but):
            text = word("but", lang, values=listed([say(each) for each in sorted(but)], "or", lang)) if but else word("any", lang)
        case Anything():
            text = word("any", lang)
        case _:
            values = sorted(piece, key=str)
            if len(values) == 1 and isinstance(values[0], bool):
                return flag_text(term, values[0], terms, lang)
            text = listed([say(each) for each in values], "or", lang)
    return word("is", lang, name=name_of(term, terms, lang), value=text)


def bare(value: Value, term: str, terms: Terms, lang: str) -> str:
    """A value without its unit."""
    return value_text(value, "", term, terms, lang)


def span(least: str | None, most: str | None, lang: str, *, over: bool = False, under: bool = False) -> str:
    """From *least* to *most*, either of which may be open; one that is `over` or `under` is not included."""
    if least is None and most is None:
        return word("any", lang)
    if least is None or most is None:
        only = (f"to{' under' if under else ''}", {"most": most}) if least is None else (f"from{' over' if over else ''}", {"least": least})
        return word(only[0], lang, **only[1])
    return least if least == most else word(f"from-to{' over' if over else ''}{' under' if under else ''}", lang, least=least, most=most)


def in_words(pair: tuple[str, str], lang: str) -> str:
    """What was written in *lang* or, where only the other language has words for it, those with a note that they are in it."""
    own, other = pair[place_of(lang)], LANGS[1 - place_of(lang)]
    return own or (f"{pair[place_of(other)]}{written_in(other, lang, lang)}" if pair[place_of(other)] else "")


def question_of(term: Term, lang: str) -> str:
    """The question that asks a reader for a fact, with the choices where they are few."""
    name = term.name(lang)
    match term.type:
        case YesNo():
            made = word("ask.yesno", lang, name=term.yes[place_of(lang)] or name)
        case Number():
            made = word("ask.number", lang, name=name)
        case Day():
            made = word("ask.day", lang, name=name)
        case Clock():
            made = word("ask.clock", lang, name=name)
        case Moment() | OneOf() | Text() | ListOf():
            made = word("ask.other", lang, name=name)
    asked = in_words(term.question, lang) or made
    if isinstance(term.type, OneOf) and len(term.type.members) <= CHOICES:
        return word("choices", lang, question=asked, choices=", ".join(said(each.id, term, lang) for each in term.type.members))
    return asked


def bounds_text(least: int | Fraction | None, most: int | Fraction | None, unit: str, terms: Terms, lang: str) -> str:
    """The bounds of a decision."""
    low = write_number(least, lang) if least is not None else ""
    high = with_unit(write_number(most, lang), most, unit, terms, lang) if most is not None else ""
    if least is not None and most is not None:
        return word("bounds.both", lang, least=low, most=high)
    if least is not None:
        return word("bounds.least", lang, least=with_unit(low, least, unit, terms, lang))
    return word("bounds.most", lang, most=high) if most is not None else ""
