"""Units are declared by a rulebook and said in its words, in both languages, wherever its numbers are said."""

from __future__ import annotations

import pytest

import electrules
from electrules.tree import Tree, Unit

RULES = """ngôn ngữ: tiếng Việt

từ vựng
  Ngày bầu cử | election day: ngày được hỏi.
  Số phiếu | votes cast: số nguyên từ 0 đến 100.000, đơn vị phiếu | vote, votes.
  Số phiếu cần đạt | votes needed: kết luận, số nguyên từ 0 đến 100.000, đơn vị phiếu | vote, votes, nói "cần" | "needs".
  Quốc hội | National Assembly: cơ quan; bậc 1.

văn bản 1/2020/QH14 "Luật thử": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

Điều 1
  Khi số phiếu dưới 10 phiếu thì cần 1 phiếu.
  Khi số phiếu từ 10 phiếu trở lên thì cần 6 phiếu.
"""
DAY = "2021-05-23"


@pytest.fixture(scope="module")
def votes() -> electrules.Rulebook:
    return electrules.load(text=RULES, base=None)


@pytest.mark.parametrize(
    ("cast", "lang", "needed", "given"),
    [
        (5, "vi", "1 phiếu", "5 phiếu"),
        (5, "en", "1 vote", "5 votes"),
        (12, "vi", "6 phiếu", "12 phiếu"),
        (12, "en", "6 votes", "12 votes"),
        (1, "en", "1 vote", "1 vote"),
    ],
)
def test_answers_and_proofs_say_the_declared_unit(votes: electrules.Rulebook, cast: int, lang: str, needed: str, given: str) -> None:
    answer = votes.ask("votes needed", {"votes cast": cast}, on=DAY)
    assert answer.text(lang).splitlines()[0].endswith(f": {needed}")
    proof = answer.proof.text(lang)
    assert f": {needed}\n" in proof and f"{given})" in proof


def test_a_tree_names_the_units_of_its_numbers(votes: electrules.Rulebook) -> None:
    tree = votes.tree("votes needed", on=DAY)
    assert tree.units == (Unit("vote", ("phiếu",), ("vote", "votes")),)
    assert Tree.from_dict(tree.to_dict()) == tree


def test_verdicts_and_comparisons_say_the_declared_unit(votes: electrules.Rulebook) -> None:
    gap = electrules.load(text=RULES.replace("từ 10 phiếu trở lên", "từ 12 phiếu trở lên"), base=None)
    text = {lang: "\n".join(each.text(lang) for each in gap.check("votes needed")) for lang in ("vi", "en")}
    assert " phiếu" in text["vi"] and "vote" not in text["vi"]
    assert "11 votes" in text["en"]
    said = {lang: gap.compare("votes needed", to=votes, on=DAY).text(lang) for lang in ("vi", "en")}
    assert "vote" not in said["vi"]


def test_a_case_that_fails_says_the_declared_unit() -> None:
    case = '\ntình huống "một"\n  Cho: có 5 phiếu; hỏi số phiếu cần đạt vào ngày 23/05/2021; thì được 2 phiếu.\n'
    (result,) = electrules.load(text=RULES + case, base=None).test()
    assert "= 5 phiếu\n" in result.text("vi") and "mong đợi: 2 phiếu" in result.text("vi") and "thực tế: 1 phiếu" in result.text("vi")
    assert "= 5 votes\n" in result.text("en") and "expected: 2 votes" in result.text("en") and "is: 1 vote," in result.text("en")
