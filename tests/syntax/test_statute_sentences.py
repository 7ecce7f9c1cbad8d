"""Sentences as the statute has them, each beside the plain one that it says again: the same findings, the same day, the same answer."""

from __future__ import annotations

import pytest

import electrules

HEAD = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ủy ban | committee: tổ chức.
  Thành viên | members: số nguyên từ 0 đến 100; đơn vị thành viên | member, members.
  Chủ tịch | chair: số nguyên từ 0 đến 100; đơn vị Chủ tịch | chair, chairs; trong số thành viên.
  Phó Chủ tịch | vice chairs: số nguyên từ 0 đến 100; đơn vị Phó Chủ tịch | vice chair, vice chairs; trong số thành viên.
  Số bản | copies: số nguyên từ 0 đến 100; đơn vị bản | copy, copies.
  Liên tục | without a break: có hoặc không; nói "được tiến hành liên tục" | "goes on without a break".
  Sự kiện bất ngờ | unforeseen event: có hoặc không; nói "có sự kiện bất ngờ" | "has an unforeseen event".
  Vòng bầu cử | round: một trong cuộc bầu cử đầu tiên | first election; cuộc bầu cử thêm | extra election.
  Số người trúng cử | elected: số nguyên từ 0 đến 100; đơn vị người | person, people.
  Việc bầu lại | another vote: kết luận; có hoặc không; nói "cần bầu lại" | "needs another vote".
  Ngày bỏ phiếu | vote day: ngày được hỏi.
  Giới thiệu | nomination: sự kiện.
  Gửi biên bản | sending: sự kiện.

văn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

điều 1
  """


def law(sentence: str) -> electrules.Rulebook:
    return electrules.load(text=f"{HEAD}{sentence}\n", base=None)


@pytest.mark.parametrize(
    ("statute", "plain"),
    [
        (
            "Ủy ban: ngoài Chủ tịch và Phó Chủ tịch có ít nhất 1 thành viên.",
            "Ủy ban: thành viên phải từ chủ tịch cộng phó Chủ tịch cộng 1 thành viên trở lên.",
        ),
        ("Ủy ban: được lập thành 3 bản.", "Ủy ban: số bản phải đúng 3 bản."),
    ],
)
@pytest.mark.parametrize("members", [4, 5, 6])
def test_a_requirement_as_the_statute_says_it(statute: str, plain: str, members: int) -> None:
    facts = {"members": members, "chair": 1, "vice chairs": 4, "copies": members - 2}
    found = [[(each.ok, each.shortfall, each.excess) for each in law(text).assess("committee", facts, on="2021-01-01")] for text in (statute, plain)]
    assert found[0] == found[1] and found[0][0][0] is not None


@pytest.mark.parametrize(
    ("broken", "event", "outcome", "ok"), [(True, True, "not_applicable", None), (True, False, "answered", False), (False, False, "answered", True)]
)
def test_what_excuses_takes_the_requirement_away(broken: bool, event: bool, outcome: str, ok: bool | None) -> None:
    (found,) = law("Ủy ban: phải được tiến hành liên tục trừ khi có sự kiện bất ngờ.").assess(
        "committee", {"without a break": not broken, "unforeseen event": event}, on="2021-01-01"
    )
    assert (found.outcome, found.ok) == (outcome, ok)


def test_within_one_round_only() -> None:
    made = law("Trong cuộc bầu cử đầu tiên, nếu số người trúng cử dưới 3 người thì cần bầu lại.")
    asked = [made.ask("another vote", {"round": each, "elected": 2}, on="2021-01-01") for each in ("first election", "extra election")]
    assert [(each.outcome, each.value) for each in asked] == [("answered", True), ("gap", None)]


def test_after_something_is_an_order_and_dates_nothing() -> None:
    made = law("Quốc hội phải giới thiệu chậm nhất là 5 ngày trước ngày bỏ phiếu.\n  Sau khi giới thiệu, Quốc hội phải gửi biên bản.")
    assert [each.limit.event for each in made.calendar("2021-05-23")] == ["nomination"]
