"""Working days and days off: counted where provisions name the days off, and never assumed where none does."""

from __future__ import annotations

from datetime import date

import pytest

import electrules
from electrules.evaluate.working import is_off, working_shift

TEXT = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ngày bầu cử | election day: ngày được hỏi.
  Niêm yết | posting: sự kiện.
  Trả lời | reply: sự kiện.
  Khởi kiện | suit: sự kiện.
  Họp | meeting: sự kiện.

văn bản 1/2015/QH13 "Luật": do Quốc hội ban hành ngày 01/02/2015; có hiệu lực từ ngày 01/03/2015.

điều 1
  Niêm yết chậm nhất là 3 ngày làm việc trước ngày bầu cử.
  Trả lời trong thời hạn 5 ngày làm việc kể từ ngày bầu cử.
  Khởi kiện trong thời hạn 4 ngày kể từ ngày bầu cử.
  Họp chậm nhất là 4 ngày trước ngày bầu cử.
  {rolls}

văn bản 2/2020/QH14 "Ngày nghỉ": do Quốc hội ban hành ngày 01/12/2020; có hiệu lực từ ngày 01/01/2021.

điều 1
  Nghỉ hằng tuần vào thứ bảy và chủ nhật.

điều 2
  Ngày nghỉ từ ngày 01/01/2021 đến hết ngày 31/12/2021: ngày 01/01/2021; từ ngày 10/02/2021 đến hết ngày 16/02/2021; làm việc bù ngày 20/02/2021.
"""
STAYS = "Ngày cuối cùng của thời hạn trùng ngày nghỉ thì giữ nguyên."
MOVES = "Ngày cuối cùng của thời hạn trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo."


def dates(rolls: str, day: str) -> dict[str, date | None]:
    return {each.event: each.date for each in electrules.load(text=TEXT.format(rolls=rolls), base=None).calendar(day)}


def test_working_days_pass_over_rest_and_holidays_and_count_days_worked_instead() -> None:
    found = dates(STAYS, "2021-02-09")  # the Tuesday before a week of holidays; the Saturday after them is worked
    assert found["Niêm yết"] == date(2021, 2, 4)
    assert found["Trả lời"] == date(2021, 2, 22)


@pytest.mark.parametrize(("rolls", "suit"), [(STAYS, date(2021, 2, 13)), (MOVES, date(2021, 2, 17))])
def test_a_last_day_off_stays_or_moves_as_the_instrument_says(rolls: str, suit: date) -> None:
    found = dates(rolls, "2021-02-09")
    assert found["Khởi kiện"] == suit
    assert found["Họp"] == date(2021, 2, 5)  # what is counted back never moves on


def test_a_year_without_known_days_off_is_said_and_never_assumed() -> None:
    law = electrules.load(text=TEXT.format(rolls=STAYS), base=None)
    calendar = law.calendar("2022-02-09")
    assert [each.event for each in calendar.undated] == ["Niêm yết", "Trả lời"]
    assert {each.event for each in calendar} == {"Họp", "Khởi kiện"}
    answer = law.ask("reply", on="2022-02-09")
    assert answer.outcome == "unknown" and [each.name("en") for each in answer.missing] == ["days off of the year"]
    saturday = next(each for each in law.calendar("2022-02-08") if each.event == "Khởi kiện")
    assert saturday.date == date(2022, 2, 12) and saturday.non_working is True
    assert next(each for each in calendar if each.event == "Khởi kiện").non_working is True
    assert next(each for each in calendar if each.event == "Họp").non_working is True


def test_days_off_as_known_before_they_were_published_are_not_known() -> None:
    law = electrules.load(text=TEXT.format(rolls=STAYS), base=None)
    assert law.ask("reply", on="2021-02-09").outcome == "answered"
    assert law.ask("reply", on="2021-02-09", known="2020-11-30").outcome == "unknown"


def test_the_tree_carries_the_days_off() -> None:
    tree = electrules.load(text=TEXT.format(rolls=MOVES), base=None).tree("reply", on="2021-02-09")
    again = electrules.Tree.from_dict(tree.to_dict())
    assert again == tree and again.ask({}).value == date(2021, 2, 22)
    assert is_off(date(2021, 2, 20), tree.rest) is False and is_off(date(2021, 2, 21), tree.rest) is True
    assert working_shift(date(2021, 2, 13), 0, tree.rest) == date(2021, 2, 17)


def test_a_day_outside_the_days_spoken_of_is_an_error_with_a_place() -> None:
    text = TEXT.format(rolls=STAYS).replace("ngày 01/01/2021; từ", "ngày 02/01/2022; từ")
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=text, base=None)
    assert [(each.code, each.line is not None) for each in raised.value.diagnostics] == [("ER0405", True)]


def test_a_row_before_the_law_says_so() -> None:
    early = electrules.load(text=TEXT.format(rolls=STAYS), base=None).calendar("2015-03-03")
    meeting = next(each for each in early if each.event == "Họp")
    assert meeting.before_the_law and "trước khi quy định này có hiệu lực, 01/03/2015" in meeting.text("vi")
