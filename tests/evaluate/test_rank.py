"""Records taken in their order: what is separated, what is left level, what is not known."""

from __future__ import annotations

from datetime import date

import pytest

import electrules
from electrules.tree import Tree

LAW = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Họ tên | full name: chữ.
  Ngày sinh | born: ngày.
  Số phiếu | votes: số nguyên từ 0 đến 1.000, đơn vị phiếu | ballot, ballots.
  Số ghế | seats to fill: số nguyên từ 0 đến 100.
  Người đủ phiếu | those past the mark: danh sách gồm họ tên, ngày sinh, số phiếu.
  Người trúng cử | those elected: kết luận, danh sách gồm họ tên.

văn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

điều 1
  Người trúng cử lấy trong người đủ phiếu theo số phiếu từ cao xuống thấp{further} cho đến khi đủ số ghế.
"""
FOUR = [("A", "1970-01-01", 300), ("B", "1960-01-01", 500), ("C", "1950-01-01", 300), ("D", "1970-01-01", 300)]


def tree(further: str = "") -> Tree:
    return electrules.load(text=LAW.format(further=further), base=None).tree("those elected", on="2021-05-23")


def taken(seats: int, further: str = "", rows: list[tuple[str, str, int]] = FOUR) -> object:
    people = [{"full name": name, "born": born, "votes": votes} for name, born, votes in rows]
    made = tree(further)
    answers = [each.ask({"those past the mark": people, "seats to fill": seats}) for each in (made, Tree.from_dict(made.to_dict()))]
    assert answers[0].value == answers[1].value
    return answers[0].value


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        (0, ((), (), 0)),
        (1, (("B",), (), 0)),
        (2, (("B",), ("A", "C", "D"), 1)),
        (3, (("B",), ("A", "C", "D"), 2)),
        (4, (("B", "A", "C", "D"), (), 0)),
        (9, (("B", "A", "C", "D"), (), 0)),
    ],
)
def test_those_that_no_field_separates_are_left_level_only_where_the_places_do_not_suffice(seats: int, found: object) -> None:
    assert taken(seats) == found


@pytest.mark.parametrize(("seats", "found"), [(2, (("B", "C"), (), 0)), (3, (("B", "C"), ("A", "D"), 1)), (4, (("B", "C", "A", "D"), (), 0))])
def test_the_next_field_separates_what_the_first_does_not(seats: int, found: object) -> None:
    assert taken(seats, ", ngày sinh từ sớm đến muộn") == found


def test_from_high_to_low_of_days_is_the_latest_first() -> None:
    assert taken(2, ", ngày sinh từ cao xuống thấp") == (("B",), ("A", "D"), 1)


def test_nobody_takes_no_place() -> None:
    assert taken(3, rows=[]) == ((), (), 0)


def test_a_list_that_leaves_out_what_orders_it_is_missing() -> None:
    people = [{"full name": "A", "votes": 3}, {"full name": "B", "born": date(1970, 1, 1), "votes": 3}]
    by_age = tree(", ngày sinh từ sớm đến muộn").ask({"those past the mark": people, "seats to fill": 1})
    assert (by_age.outcome, [each.id for each in by_age.missing]) == ("unknown", ["those past the mark"])
    assert tree().ask({"those past the mark": people, "seats to fill": 1}).value == ((), ("A", "B"), 1)


@pytest.mark.parametrize("field", ["Họ tên", "Số ghế"])
def test_a_ranking_is_by_a_number_or_day_of_its_list(field: str) -> None:
    with pytest.raises(electrules.RuleErrors) as errors:
        tree(f", {field.lower()} từ cao xuống thấp")
    assert errors.value.diagnostics[0].code == "ER0502"


def test_the_answer_says_who_is_level() -> None:
    people = [{"full name": name, "born": born, "votes": votes} for name, born, votes in FOUR]
    answer = electrules.load(text=LAW.format(further=""), base=None).ask(
        "those elected", {"those past the mark": people, "seats to fill": 2}, on="2021-05-23"
    )
    assert "B; A, C, D level for the 1 place left" in answer.text("en")
    assert "từ cao xuống thấp" in answer.proof.text("vi")
