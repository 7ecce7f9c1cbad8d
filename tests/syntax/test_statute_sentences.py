"""Sentences as the statute has them, each beside the plain one that it says again: the same findings, the same day, the same answer."""

from __future__ import annotations

import pytest

import electrules
from electrules.source.read import read_text
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document

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


WORDS = """
  Người bỏ phiếu | voter: tổ chức.
  Viết hỏng phiếu | spoilt: có hoặc không; nói "viết hỏng phiếu xanh" | "has spoilt the ballot".
  Có mặt | present: có hoặc không; nói "đang có mặt" | "is present".
  Lá phiếu khác | another ballot: kết luận; có hoặc không; nói "được đổi lá phiếu" | "may have another ballot".
  Nơi ghi tên | constituencies: số nguyên từ 0 đến 100; đơn vị nơi | constituency, constituencies; nói "ghi tên ở" | "be listed in".
  Cách vận động | way of campaigning: một trong hội nghị | meetings; báo chí | the press; quà | gifts; nói "vận động bằng" | "campaign by".
"""


def statutes(*sentences: str, words: str = WORDS) -> electrules.Rulebook:
    """The law of these sentences, one an article."""
    head = HEAD.replace("\n\nvăn bản", f"{words}\nvăn bản", 1).removesuffix("\nđiều 1\n  ")
    text = head + "".join(f"\nđiều {number}\n  {each}\n" for number, each in enumerate(sentences, 1))
    return electrules.load(text=text, base=None)


@pytest.mark.parametrize(("spoilt", "present", "allowed"), [(True, True, True), (True, False, False), (False, True, False)])
def test_what_those_who_are_named_may_no_other_may(spoilt: bool, present: bool, allowed: bool) -> None:
    facts = {"spoilt": spoilt, "present": present}
    said = "Người bỏ phiếu nào viết hỏng phiếu xanh và đang có mặt thì được đổi lá phiếu."
    meant = "Lá phiếu khác nghĩa là viết hỏng phiếu xanh và đang có mặt."
    found = [statutes(each).ask("another ballot", facts, on="2021-01-01") for each in (said, meant)]
    assert [(each.outcome, each.value) for each in found] == [("answered", allowed)] * 2
    assert found[0].citations == found[1].citations


def test_two_provisions_that_name_others_contradict_and_are_not_added_up() -> None:
    made = statutes("Người bỏ phiếu nào viết hỏng phiếu xanh thì được đổi lá phiếu.", "Người bỏ phiếu nào đang có mặt thì được đổi lá phiếu.")
    assert made.ask("another ballot", {"spoilt": True, "present": False}, on="2021-01-01").outcome == "conflict"


@pytest.mark.parametrize("listed", [0, 1, 2, 3])
@pytest.mark.parametrize("said", ["ghi tên ở 2 nơi", "ghi tên ở tối đa 2 nơi"])
def test_so_many_only(said: str, listed: int) -> None:
    (found,) = statutes(f"Người bỏ phiếu: chỉ được {said}.").assess("voter", {"constituencies": listed}, on="2021-01-01")
    assert (found.ok, found.excess) == (listed <= 2, max(0, listed - 2))


@pytest.mark.parametrize(("way", "ok"), [("meetings", True), ("the press", True), ("gifts", False), (None, None)])
def test_a_list_of_what_is_allowed_is_complete(way: str | None, ok: bool | None) -> None:
    made = statutes("Người bỏ phiếu: chỉ được vận động bằng hội nghị và báo chí.")
    (found,) = made.assess("voter", {"way of campaigning": way} if way else {}, on="2021-01-01")
    assert found.ok is ok


AMENDED = """văn bản 2/2020/QH14 "Luật sửa đổi": do Quốc hội ban hành ngày 01/03/2020; có hiệu lực từ ngày 01/06/2020.

điều 1
  {act}
"""


def amended(act: str) -> electrules.Rulebook:
    first = "Khi cách vận động là hội nghị thì được đổi lá phiếu."
    second = "Khi cách vận động là hội nghị và số người trúng cử là 3 người thì cần bầu lại."
    head = HEAD.replace("\n\nvăn bản", f"{WORDS}\nvăn bản", 1).removesuffix("\nđiều 1\n  ")
    return electrules.load(text=f"{head}\nđiều 1\n  {first}\n\nđiều 2\n  {second}\n\n{AMENDED.format(act=act)}", base=None)


@pytest.mark.parametrize(
    "act",
    [
        'Thay cụm từ "hội nghị" bằng "báo chí" tại các điều 1 và 2 của 1/2020/QH14.',
        'Thay thế cụm từ "hội nghị" bằng cụm từ "báo chí" tại Điều 1 của 1/2020/QH14 và Điều 2 của 1/2020/QH14.',
        "Thay hội nghị bằng báo chí tại Điều 1 của 1/2020/QH14.\n  Thay hội nghị bằng báo chí tại Điều 2 của 1/2020/QH14.",
    ],
)
def test_words_in_quotation_marks_are_replaced_at_each_place(act: str) -> None:
    made = amended(act)
    facts = {"way of campaigning": "the press", "elected": 3}
    for term, place in (("another ballot", "1"), ("another vote", "2")):
        after = made.ask(term, facts, on="2021-01-01")
        assert (after.outcome, after.value, after.citations[0].amended_by[0].text("en")) == ("answered", True, "article 1 of 2/2020/QH14"), place
        assert made.ask(term, facts, on="2020-05-31").outcome == "gap"


def test_words_that_one_of_the_places_does_not_have_are_no_words_to_replace() -> None:
    with pytest.raises(electrules.RuleErrors) as refused:
        amended('Thay cụm từ "3 người" bằng "4 người" tại các điều 1 và 2 của 1/2020/QH14.')
    assert [each.code for each in refused.value.diagnostics] == ["ER0404"]


def test_an_act_in_quotation_marks_may_replace_words_in_quotation_marks() -> None:
    made = amended('Bổ sung Điều 8 như sau: "Thay cụm từ "hội nghị" bằng "báo chí" tại Điều 1 của 1/2020/QH14. Đã đọc văn bản chính thức."')
    assert made.ask("another ballot", {"way of campaigning": "the press"}, on="2021-01-01").value is True


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ('Thay cụm từ "hội nghị bằng "báo chí" tại Điều 1 của 1/2020/QH14.', "ER0306"),
        ('Thay cụm từ "" bằng "báo chí" tại Điều 1 của 1/2020/QH14.', "ER0301"),
        ("Thay cụm từ hội nghị bằng báo chí tại Điều 1 của 1/2020/QH14.", "ER0301"),
        ("Người bỏ phiếu: ghi tên ở 2 nơi.", "ER0502"),
        ("Người bỏ phiếu: chỉ được ghi tên ở báo chí.", "ER0502"),
        ("Người bỏ phiếu: chỉ được ghi tên ở 2 người.", "ER0503"),
        ("Người bỏ phiếu nào viết hỏng phiếu xanh thì đang có mặt.", "ER0502"),
    ],
)
def test_what_such_a_sentence_does_not_say_is_refused(sentence: str, code: str) -> None:
    with pytest.raises(electrules.RuleErrors) as refused:
        amended(sentence)
    assert [each.code for each in refused.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        (
            "Người bỏ phiếu nào viết hỏng phiếu xanh và đang có mặt thì được đổi lá phiếu.",
            "Any voter who has spoilt the ballot and is present may have another ballot.",
        ),
        (
            "Người bỏ phiếu nào viết hỏng phiếu xanh hoặc đang có mặt thì được đổi lá phiếu.",
            "Any voter who has spoilt the ballot or is present may have another ballot.",
        ),
        ("Người bỏ phiếu: chỉ được ghi tên ở 1 nơi.", "The voter: may only be listed in 1 constituency."),
        ("Người bỏ phiếu: chỉ được vận động bằng hội nghị và báo chí.", "The voter: may only campaign by meetings and the press."),
        (
            'Thay cụm từ "hội nghị" bằng "báo chí" tại các điều 1 và 2 của 1/2020/QH14.',
            'Replace the words "meetings" with "the press" in articles 1 and 2 of 1/2020/QH14.',
        ),
    ],
)
def test_such_a_sentence_goes_to_the_other_language_and_back(sentence: str, english: str) -> None:
    head = HEAD.replace("\n\nvăn bản", f"{WORDS}\nvăn bản", 1)
    assert in_surface(f"{head}{sentence}\n", "vi").splitlines()[-1].strip() == sentence
    there = in_surface(f"{head}{sentence}\n", "en")
    assert there.splitlines()[-1].strip() == english
    assert in_surface(there, "vi").splitlines()[-1].strip() == sentence


def in_surface(text: str, surface: str) -> str:
    """A rule file as the formatter writes it in one of the languages."""
    files = read_text(text).value
    lexicon = declare(files).value
    read = parse(files[0], lexicon)
    assert not read.diagnostics
    return format_document(read.value, files[0], lexicon, surface)
