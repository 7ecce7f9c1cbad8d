"""Expressions in words, without their values."""

from __future__ import annotations

from fractions import Fraction

from ..languages import place_of
from ..tree.nodes import (
    All,
    Among,
    Any,
    Arithmetic,
    At,
    Bracket,
    Compare,
    Conclusion,
    Count,
    Decision,
    Distribute,
    Expr,
    Extreme,
    Fact,
    Field,
    HasValue,
    Literal,
    Not,
    NotApplicable,
    Rank,
    Round,
    Scale,
    Shift,
    Unread,
    Weekday,
    WorkingShift,
)
from ..tree.operators import CONTRARY
from ..tree.terms import Terms
from ..tree.types import Clock, Day, Moment, Number, YesNo
from ..values.number import whole, write_number
from ..values.time import weekday_name, write_clock
from .say import bounds_text, flag_text, name_of, unit_word, value_text, with_unit
from .words import listed, word

DEEPEST = 30
"""Levels of one expression that are put into words; below them stands "…"."""

SIGNS = {"+": "+", "-": "−", "*": "×", "/": ":"}


def phrase(expr: Expr, terms: Terms, lang: str, depth: int = 0) -> str:
    """*expr* as a phrase."""
    if depth > DEEPEST:
        return "…"

    def inner(each: Expr) -> str:
        return phrase(each, terms, lang, depth + 1)

    match expr:
        case Literal(value, unit):
            return value_text(value, unit, "", terms, lang)
        case Fact(term) | Conclusion(term):
            return flag_text(term, True, terms, lang) if is_flag(term, terms) else name_of(term, terms, lang)
        case HasValue(term):
            return word("has-value", lang, name=name_of(term, terms, lang))
        case Not(Fact(term) | Conclusion(term)) if is_flag(term, terms):
            return flag_text(term, False, terms, lang)
        case Not(Compare(op, left, right, citation=citation)):
            return inner(Compare(CONTRARY[op], left, right, citation=citation))
        case Not(Among(of, members)):
            return among_text(of, members, inner(of), terms, lang, "not-among")
        case Not(of):
            return word("not", lang, text=inner(of))
        case All(parts):
            return joined([inner(each) for each in parts], "and", lang) or word("always", lang)
        case Any(parts):
            return joined([inner(each) for each in parts], "or", lang) or word("never", lang)
        case Among(of, members):
            return among_text(of, members, inner(of), terms, lang)
        case Compare("=", Weekday(of), Literal(int(number))) if 1 <= number <= 7:
            return word("weekday-is", lang, of=inner(of), weekday=weekday_name(number, lang))
        case Compare():
            return compare_text(expr, inner(expr.left), inner(expr.right), terms, lang)
        case Bracket(of, least, over, most, under):
            return bracket_text(inner(of), (least, over, most, under), unit_of(of, terms), terms, lang)
        case Scale():
            return scale_text(expr, inner(expr.of), terms, lang)
        case Arithmetic("*", (Literal(Fraction() as share, ""), of)) if 0 < share < 1:
            wording = "share-of" if isinstance(of, Fact | Conclusion) else "share"
            return word(wording, lang, share=share_text(share, lang), of=f"({inner(of)})" if isinstance(of, Arithmetic) else inner(of))
        case Arithmetic(op, parts):
            return f" {SIGNS.get(op, op)} ".join(f"({inner(each)})" if isinstance(each, Arithmetic) else inner(each) for each in parts)
        case Extreme(which, parts):
            return extreme_text(which, [inner(each) for each in parts], lang)
        case Round(of, mode, to):
            return word(f"round.{mode}", lang, of=inner(of), to=write_number(whole(to), lang))
        case Shift(of, count, unit):
            return shift_text(inner(of), count, unit, terms, lang)
        case At(of, time):
            return word("at", lang, of=inner(of), time=write_clock(time))
        case WorkingShift(of, count):
            return shift_text(inner(of), count, "working day", terms, lang) if count else word("next-working-day", lang, of=inner(of))
        case Weekday(of):
            return word("weekday", lang, of=inner(of))
        case Count(of, where):
            return word("count", lang, of=inner(of), where=inner(where))
        case Field(name):
            return name
        case Distribute(seats, weights, method):
            return word("share.phrase", lang, seats=inner(seats), weights=inner(weights), method=word(f"method.{method}", lang))
        case Rank(of, places, by, _, called):
            names = [vi_en[place_of(lang)] for vi_en in called] if len(called) == len(by) else [name for name, _ in by]
            order = ", ".join(word(f"rank.{each}", lang, field=name[:1].lower() + name[1:]) for name, (_, each) in zip(names, by, strict=True))
            return word("rank", lang, of=inner(of), order=order, places=inner(places))
        case NotApplicable():
            return word("not_applicable", lang)
        case Unread():
            return word("unread", lang)
        case Decision():
            return decision_text(expr, terms, lang)


def is_flag(term: str, terms: Terms) -> bool:
    """Whether *term* is answered by yes or no."""
    return term in terms and isinstance(terms[term].type, YesNo)


def joined(parts: list[str], joint: str, lang: str) -> str:
    """Phrases joined, each once."""
    return listed(list(dict.fromkeys(parts)), joint, lang)


def among_text(of: Expr, members: tuple[str, ...], said: str, terms: Terms, lang: str, wording: str = "among") -> str:
    """A list fact that is one of some members."""
    term = getattr(of, "term", "")
    return word(wording, lang, name=said, values=listed([value_text(each, "", term, terms, lang) for each in members], "or", lang))


def compare_text(expr: Compare, left: str, right: str, terms: Terms, lang: str) -> str:
    """How one thing stands to another; of days in the words of days."""
    kind = "day" if is_time(expr.left, terms) or is_time(expr.right, terms) else "compare"
    return word(f"{kind}.{expr.op}", lang, left=left, right=right)


def is_time(expr: Expr, terms: Terms) -> bool:
    """Whether *expr* is a day or a time of day."""
    if isinstance(expr, Literal):
        return not isinstance(expr.value, int | Fraction | str | tuple)
    term = terms.get(getattr(expr, "term", ""))
    return isinstance(expr, Shift | At | WorkingShift) or (term is not None and isinstance(term.type, Day | Clock | Moment))


def bracket_text(of: str, ends: tuple[Fraction | None, bool, Fraction | None, bool], unit: str, terms: Terms, lang: str) -> str:
    """A number between two ends."""
    least, over, most, under = ends
    if least is not None and least == most and not over and not under:
        said = "" if unit and of.casefold() == unit_word(unit, terms, lang, 1).casefold() else unit  # "chủ tịch bằng 1", not "… 1 Chủ tịch"
        return word("compare.=", lang, left=of, right=number_text(least, said, terms, lang))
    low = word(f"compare.{'>' if over else '>='}", lang, left=of, right=number_text(least, unit, terms, lang)) if least is not None else ""
    left = "" if low else of
    high = word(f"compare.{'<' if under else '<='}", lang, left=left, right=number_text(most, unit, terms, lang)).strip() if most is not None else ""
    if low and high:
        return f"{low} {word('and', lang)} {high}"
    return low or high or of


def number_text(value: int | Fraction, unit: str, terms: Terms, lang: str) -> str:
    """A number with its unit."""
    return with_unit(write_number(whole(value), lang), whole(value), unit, terms, lang)


def shift_text(of: str, count: int, unit: str, terms: Terms, lang: str) -> str:
    """A day so many days, months or years after another, or before it."""
    size = abs(count)
    length = with_unit(write_number(size, lang), size, unit, terms, lang)
    return word("shift" if count >= 0 else "shift-back", lang, of=of, length=length)


def unit_of(expr: Expr, terms: Terms) -> str:
    """The unit of what *expr* counts, where it is plain."""
    if isinstance(expr, Literal | Scale | Decision):
        return expr.unit
    term = terms.get(getattr(expr, "term", ""))
    return term.type.unit if term is not None and isinstance(term.type, Number) else ""


def share_text(share: Fraction, lang: str) -> str:
    """A share as a percentage where that is exact to two decimals, else as a fraction."""
    exact = (share * 10_000).denominator == 1
    return f"{write_number(whole(share * 100), lang)} %" if exact else f"{share.numerator}/{share.denominator}"


def scale_text(expr: Scale, of: str, terms: Terms, lang: str) -> str:
    """What a scale says."""
    unit = unit_of(expr.of, terms)
    slots = {name: write_number(whole(getattr(expr, name)), lang) for name in ("base", "gain", "above")}
    text = word("scale", lang, of=of, step=number_text(expr.step, unit, terms, lang), **slots)
    return text if expr.cap is None else text + bounds_text(None, expr.cap, "", terms, lang)


def extreme_text(which: str, parts: list[str], lang: str) -> str:
    """The least or the greatest of some."""
    return word("extreme.least" if which == "least" else "extreme.greatest", lang, parts=listed(parts, "and", lang))


def decision_text(expr: Decision, terms: Terms, lang: str) -> str:
    """Who decides a value, within which bounds."""
    place = place_of(lang)
    proposer = word("proposer", lang, proposer=expr.proposer[place]) if expr.proposer else ""
    least, most = (whole(each) if each is not None else None for each in (expr.least, expr.most))
    bounds = bounds_text(least, most, expr.unit, terms, lang)
    return word("decided", lang, name=name_of(expr.term, terms, lang), authority=expr.authority[place], proposer=proposer, bounds=bounds)
