"""Exact numbers: both languages, refusals with the fix, rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electrules.limits import MAGNITUDE, NUMBER_DIGITS
from electrules.values.number import exact, percent, read_number, rounded, write_number
from electrules.values.unread import Unread

langs = st.sampled_from(["vi", "en"])
decimals = st.builds(lambda number, places: Fraction(number, 10**places), st.integers(-(10**15), 10**15), st.integers(0, 12))


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("500.000", "vi", 500_000),
        ("500,000", "en", 500_000),
        ("1904532", "vi", 1_904_532),
        ("0,5", "vi", Fraction(1, 2)),
        ("0.5", "en", Fraction(1, 2)),
        ("0,125", "vi", Fraction(1, 8)),
        ("2,1250", "vi", Fraction(17, 8)),
        ("1.234,567", "vi", Fraction(1_234_567, 1000)),
        ("2/3", "vi", Fraction(2, 3)),
        ("05", "vi", 5),
        ("0", "en", 0),
        ("-105", "en", -105),
        ("9" * NUMBER_DIGITS, "vi", int("9" * NUMBER_DIGITS)),
        ("1.904.532", None, 1_904_532),
        ("1,904,532", None, 1_904_532),
        ("1904532", None, 1_904_532),
        ("1,234.5", None, Fraction(2469, 2)),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(text: str, lang: str | None, value: int | Fraction) -> None:
    assert read_number(text, lang) == value


@pytest.mark.parametrize(
    ("text", "lang", "code", "fix"),
    [
        ("500,000", "vi", "ER0204", "500.000"),
        ("500.000", "en", "ER0204", "500,000"),
        ("1.5", "vi", "ER0204", "1,5"),
        ("1,5", "en", "ER0204", "1.5"),
        ("0.500", "vi", "ER0204", "0,5"),
        ("1,500,000", "vi", "ER0204", "1.500.000"),
        ("1,234.5", "vi", "ER0204", "1.234,5"),
        ("1904,532", "vi", "ER0205", "1.904,5320"),
        ("500.000", None, "ER0205", "500000"),
        ("0.5", None, "ER0205", "1/2"),
        ("12.345.67", "vi", "ER0205", None),
        ("0,500,000", "vi", "ER0205", None),
        ("1" * (NUMBER_DIGITS + 1), "vi", "ER0205", None),
        ("1" * 1_000_000, "vi", "ER0205", None),
        ("1/0", "vi", "ER0205", None),
        ("３５", "vi", "ER0205", None),
        ("٣٥", "en", "ER0205", None),
        ("1_000", "vi", "ER0205", None),
        (" 10", "vi", "ER0205", None),
        ("1e5", "en", "ER0205", None),
        ("", "vi", "ER0205", None),
    ],
)
def test_what_is_refused_says_what_to_write(text: str, lang: str | None, code: str, fix: str | None) -> None:
    read = read_number(text, lang)
    assert isinstance(read, Unread) and read.code == code
    assert (read.readings or (None,))[0] == fix


@given(value=st.one_of(st.integers(-(10**30) + 1, 10**30 - 1), decimals, st.fractions(max_denominator=10**9)), lang=langs)
def test_what_is_written_reads_back(value: int | Fraction, lang: str) -> None:
    text = write_number(value, lang)
    if sum(char.isdigit() for char in text) <= NUMBER_DIGITS:
        assert read_number(text, lang) == value


@given(value=st.integers(1000, 10**15), lang=langs)
def test_the_other_language_is_refused_with_the_right_form(value: int, lang: str) -> None:
    other = "en" if lang == "vi" else "vi"
    read = read_number(write_number(value, other), lang)
    assert isinstance(read, Unread) and read.code == "ER0204" and read_number(read.readings[0], lang) == value


@given(text=st.text(max_size=20), lang=st.sampled_from(["vi", "en", None]))
def test_any_text_is_a_number_or_a_reason(text: str, lang: str | None) -> None:
    assert isinstance(read_number(text, lang), int | Fraction | Unread)


def test_huge_numbers_are_written_without_harm() -> None:
    assert write_number(10**10_000, "vi").startswith("2^")


@given(value=st.fractions(), to=st.sampled_from([1, 5, Fraction(1, 2)]))
def test_rounding(value: Fraction, to: int | Fraction) -> None:
    down, up, half, even = (rounded(value, mode, to) for mode in ("down", "up", "half up", "half even"))
    assert down <= value <= up and up - down in (0, to)
    assert abs(half - value) <= Fraction(to) / 2 and abs(even - value) <= Fraction(to) / 2
    if abs(half - value) == Fraction(to) / 2:
        assert half > value and (Fraction(even) / to) % 2 == 0


def test_percent_and_the_law_s_example() -> None:
    assert rounded(percent(35) * 62, "up") == 22


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (5, 5),
        (Fraction(4, 2), 2),
        (Decimal("1.50"), Fraction(3, 2)),
        (True, None),
        (1.0, None),
        ("1", None),
        (None, None),
        (Decimal("NaN"), None),
        (Decimal("sNaN"), None),
        (Decimal("1e10000000"), None),
        (Decimal("1e-10000000"), None),
        (MAGNITUDE, None),
        (MAGNITUDE - 1, MAGNITUDE - 1),
        (Fraction(1, MAGNITUDE), None),
    ],
)
def test_exact_numbers_only_and_bounded(value: object, kept: int | Fraction | None) -> None:
    assert exact(value) == kept and type(exact(value)) is type(kept)
