"""Exact numbers: read and written as each language does, rounded as statutes say.

A number is an `int` or a `Fraction` that is not whole; never a binary float.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from ..languages import LANGS, in_both
from ..limits import MAGNITUDE, NUMBER_DIGITS
from .unread import Unread

SCALES: Final = {
    "vi": {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
}
"""Words that multiply the digits before them, "1,5 triệu" | "1.5 million"; they are written as digits."""

GROUP: Final = {"vi": ".", "en": ","}
POINT: Final = {"vi": ",", "en": "."}
NUMBER_FORM: Final = r"[0-9]+(?:[.,][0-9]+)*"
"""What a lexer takes as one number, in the form of either language; `read_number` judges it."""

DECIMALS = 12  # a value with more is written as a fraction
MINUS: Final = ("-", "\u2212")
SIGNS: Final = (*MINUS, "+")
_FRACTION = re.compile(r"([0-9]+)/([0-9]+)")
_PLAIN = re.compile(NUMBER_FORM)


# ------------------------------------------------------------------ reading


def read_number(text: str, lang: str | None = None) -> int | Fraction | Unread:
    """The number that *text* writes in *lang*, as `500.000`, `0,5`, `2/3` | `500,000`, `0.5`, `2/3`; ASCII digits only.

    The other language's form is refused with the right one, and so are three decimals, which look like it. Without a
    language, what has a single separator is refused with both readings.
    """
    sign, bare = (-1 if text[0] in MINUS else 1, text[1:]) if text[:1] in SIGNS else (1, text)
    if sum(char in "0123456789" for char in bare[:1000]) > NUMBER_DIGITS or len(bare) > 1000:
        return Unread("ER0205", "long")
    ratio = _FRACTION.fullmatch(bare)
    if ratio:
        return Unread("ER0205") if int(ratio[2]) == 0 else whole(Fraction(sign * int(ratio[1]), int(ratio[2])))
    if not _PLAIN.fullmatch(bare):
        return Unread("ER0205")
    read = _read_without_language(bare) if lang is None else _read(bare, lang)
    return whole(sign * read) if not isinstance(read, Unread) else read


def read_scaled(text: str, lang: str) -> int | Fraction | Unread:
    """The number that *text* writes in *lang* with digits alone or with digits and a word: `1,5 triệu` | `1.5 million`."""
    digits, *words = text.split()[:3] or [""]
    scales = [SCALES[lang].get(word.lower()) for word in words]
    read = read_number(digits, lang) if len(text.split()) < 4 else Unread("ER0205")
    for scale in scales:
        if scale is None:
            return Unread("ER0205")
        read = read if isinstance(read, Unread) else whole(read * Fraction(scale))
    return read


def _read(text: str, lang: str) -> int | Fraction | Unread:
    value = _in_form(text, lang)
    other = "en" if lang == "vi" else "vi"
    foreign = _in_form(text, other)
    if value is None:
        return Unread("ER0205") if foreign is None else Unread("ER0204", "", (write_number(foreign, lang),))
    if re.fullmatch(rf"[1-9][0-9]*{re.escape(POINT[lang])}[0-9]{{3}}", text):
        readings = tuple(write_number(each, lang) for each in (foreign, value) if each is not None)
        return Unread("ER0205", "both", readings) if foreign is None else Unread("ER0204", "", readings)
    return value


def _read_without_language(text: str) -> int | Fraction | Unread:
    if len(re.findall("[.,]", text)) == 1:
        readings = dict.fromkeys(_plainly(value) for lang in LANGS if (value := _in_form(text, lang)) is not None)
        return Unread("ER0205", "both" if len(readings) > 1 else "", tuple(readings))
    found = [value for lang in LANGS if (value := _in_form(text, lang)) is not None]
    return found[0] if found else Unread("ER0205")


def _plainly(value: int | Fraction) -> str:
    return str(value) if isinstance(value, int) else f"{value.numerator}/{value.denominator}"


def _in_form(text: str, lang: str) -> int | Fraction | None:
    """The value of *text* in the form of *lang*, or None."""
    whole_part, point, decimals = text.partition(POINT[lang])
    if point and not decimals.isdigit():
        return None
    groups = whole_part.split(GROUP[lang])
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or groups[0][0] == "0" or any(len(group) != 3 for group in groups[1:])):
        return None
    if not all(group.isdigit() for group in groups):
        return None
    number = int("".join(groups))
    return whole(number + Fraction(int(decimals), 10 ** len(decimals))) if point else number


# ------------------------------------------------------------------ writing


def write_number(value: int | Fraction, lang: str) -> str:
    """*value* as *lang* writes it, in full; what has no short decimal form is a fraction, "1/3"."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    if value.denominator == 1:
        return sign + _grouped(value.numerator, lang)
    places = _places(value.denominator)
    if places is None:
        return f"{sign}{_digits(value.numerator)}/{_digits(value.denominator)}"
    if places == 3 and value > 1:
        places = 4  # three decimals would look like a group of the other language
    scaled = value.numerator * 10**places // value.denominator
    return f"{sign}{_grouped(scaled // 10**places, lang)}{POINT[lang]}{scaled % 10**places:0{places}d}"


def number_in_both(number: int | Fraction) -> tuple[str, str]:
    """*number* as each language writes it."""
    return in_both(partial(write_number, number))


def _grouped(number: int, lang: str) -> str:
    if number >= MAGNITUDE**2:
        return _digits(number)
    return f"{number:,}".replace(",", GROUP[lang])


def _digits(number: int) -> str:
    return str(number) if number < MAGNITUDE**2 else f"2^{number.bit_length() - 1}…"


def _places(denominator: int) -> int | None:
    """How many decimals a fraction with this *denominator* has; None for more than are written."""
    return next((places for places in range(1, DECIMALS + 1) if 10**places % denominator == 0), None)


# ---------------------------------------------------------------- computing


def whole(value: int | Fraction) -> int | Fraction:
    """*value* as an `int` where it is one."""
    return value.numerator if value.denominator == 1 else value


def exact(value: object) -> int | Fraction | None:
    """*value* as an exact number of bounded size; None for everything else, floats and yes/no among it."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Decimal):
        if not value.is_finite() or not -100 <= value.adjusted() <= 100 or len(value.as_tuple().digits) > 200:
            return None
        value = Fraction(value)
    if not isinstance(value, int | Fraction) or not within_magnitude(value):
        return None
    return whole(value if type(value) in (int, Fraction) else Fraction(value))


def within_magnitude(value: int | Fraction) -> bool:
    """Whether numerator and denominator stay below the largest that is computed with."""
    return -MAGNITUDE < value.numerator < MAGNITUDE and value.denominator < MAGNITUDE


def percent(value: int | Fraction) -> int | Fraction:
    """*value* hundredths."""
    return whole(Fraction(value, 100))


ROUNDINGS: Final = ("down", "up", "half up", "half even")


def rounded(value: int | Fraction, mode: str, to: int | Fraction = 1) -> int | Fraction:
    """*value* as a whole multiple of *to*: the one below, the one above, or the nearest with halves up or to even."""
    steps = Fraction(value) / to
    match mode:
        case "down":
            count = steps.__floor__()
        case "up":
            count = steps.__ceil__()
        case "half up":
            count = (steps + Fraction(1, 2)).__floor__()
        case "half even":
            count = round(steps)
        case _:
            raise ValueError(f"{mode!r} is not one of {ROUNDINGS}")
    return whole(count * Fraction(to))
