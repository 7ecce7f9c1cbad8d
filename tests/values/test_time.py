"""Days and times of day: both languages, the calendar's end, months that are too short."""

from __future__ import annotations

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electrules.limits import FIRST_DAY, LAST_DAY
from electrules.values.time import (
    add_days,
    add_months,
    add_years,
    read_clock,
    read_day,
    read_iso,
    shifted,
    weekday_name,
    write_clock,
    write_day,
)
from electrules.values.unread import Unread
from electrules.values.value import plain, written

days = st.dates(FIRST_DAY, LAST_DAY)
langs = st.sampled_from(["vi", "en"])


@given(day=days, lang=langs)
def test_a_day_reads_back_and_the_other_form_is_refused_with_the_fix(day: date, lang: str) -> None:
    assert read_day(write_day(day, lang), lang) == day
    other = "en" if lang == "vi" else "vi"
    assert read_day(write_day(day, other), lang) == Unread("ER0204", "", (write_day(day, lang),))


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("31/02/2021", "vi", "ER0206"),
        ("29/02/2021", "vi", "ER0206"),
        ("05/23/2021", "vi", "ER0206"),
        ("2021-13-01", "en", "ER0206"),
        ("2026-W11-7", "en", "ER0206"),
        ("01/01/0201", "vi", "ER0405"),
        ("31/12/1799", "vi", "ER0405"),
        ("2200-01-01", "en", "ER0405"),
        ("٢٣/05/2021", "vi", "ER0206"),
        ("", "vi", "ER0206"),
    ],
)
def test_days_that_are_refused(text: str, lang: str, code: str) -> None:
    read = read_day(text, lang)
    assert isinstance(read, Unread) and read.code == code


def test_iso_days_are_strict() -> None:
    assert read_iso("2021-05-23") == date(2021, 5, 23)
    assert [read_iso(text) for text in ("20210523", "2021-5-23", "2021-W20-7", "2021-05-23T00:00", " 2021-05-23", "0000-01-01")] == [None] * 6


@given(day=days, count=st.integers(-100_000, 100_000))
def test_days_are_counted_and_never_leave_the_calendar(day: date, count: int) -> None:
    found = add_days(day, count)
    assert found is None or (found - day == timedelta(days=count) and add_days(found, -count) == day)
    assert (found is None) == (not FIRST_DAY.toordinal() <= day.toordinal() + count <= LAST_DAY.toordinal())


@given(day=days, count=st.integers(-3000, 3000))
def test_months_keep_the_day_or_want_a_mode(day: date, count: int) -> None:
    found, last, following = (add_months(day, count, mode) for mode in (None, "last", "next"))
    if found is not None:
        assert found == last == following and found.day == day.day
    elif last is not None:
        assert last.day < day.day and (following is None or following - last == timedelta(days=1))


def test_short_months_and_leap_years() -> None:
    assert add_months(date(2021, 1, 31), 1) is None
    assert add_months(date(2021, 1, 31), 1, "last") == date(2021, 2, 28)
    assert add_months(date(2021, 1, 31), 1, "next") == date(2021, 3, 1)
    assert add_years(date(2020, 2, 29), 1, "last") == date(2021, 2, 28) and add_years(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert shifted(date(2021, 5, 23), -105, "day") == date(2021, 2, 7)
    assert shifted(date(2021, 5, 23), 10**9, "year") is None
    with pytest.raises(ValueError):
        shifted(date(2021, 5, 23), 1, "hour")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_weekdays_have_names(lang: str) -> None:
    assert weekday_name(date(2021, 5, 23).isoweekday(), lang) == {"vi": "chủ nhật", "en": "Sunday"}[lang]
    assert len({weekday_name(each, lang) for each in range(1, 8)}) == 7


def test_times_of_day() -> None:
    assert read_clock("07:00") == read_clock("7:00") == time(7)
    assert write_clock(time(7)) == "07:00"
    assert [read_clock(text) for text in ("24:00", "07:60", "7", "07:00:00", "７:00")] == [None] * 5


def test_values_for_readers_and_machines() -> None:
    value = (1_904_532, Fraction(1, 3), date(2021, 5, 23), time(7), "tỉnh")
    assert written(value, "vi") == "1.904.532, 1/3, 23/05/2021, 07:00, tỉnh"
    assert written(value, "en") == "1,904,532, 1/3, 2021-05-23, 07:00, tỉnh"
    assert plain(value) == [1_904_532, "1/3", "2021-05-23", "07:00", "tỉnh"]
    assert plain(None) is None and plain(True) is True and written(True, "vi") == "true"
