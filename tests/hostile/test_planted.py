"""Defects planted in small laws of either surface: each is found, with facts that `ask` answers in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

import electrules
from electrules.consistency import Verdict

WORDS = """ngôn ngữ: tiếng Việt

từ vựng
  Loại | kind: một trong xã | commune; phường | ward.
  Dân số | population: số nguyên từ 0 đến 100.000, đơn vị dân | inhabitant, inhabitants.
  Hải đảo | island: có hoặc không, nói "thuộc hải đảo" | "is an island".
  Số đại biểu | seats: kết luận, số nguyên từ 0 đến 100, đơn vị đại biểu | deputy, deputies, nói "được bầu" | "elects".
  Quốc hội | National Assembly: cơ quan; bậc 1.
"""

VI = WORDS + '\nvăn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.\n'
EN = 'language: English\n\ninstrument 1/2020/QH14 "Law": issued by National Assembly on 2020-02-01; in force from 2020-03-01.\n'

SOUND = (
    """
điều 1
  Xã: có từ 5.000 dân trở xuống được bầu 15 đại biểu; có trên 5.000 dân được bầu 20 đại biểu.
điều 2
  Phường: được bầu 21 đại biểu.
""",
    """
article 1
  A commune: with 5,000 inhabitants or fewer elects 15 deputies; with more than 5,000 inhabitants elects 20 deputies.
article 2
  A ward: elects 21 deputies.
""",
)

PLANTED = {
    "a gap of one inhabitant": (
        "gap",
        {"1"},
        """
điều 1
  Xã: có dưới 5.000 dân được bầu 15 đại biểu; có trên 5.000 dân được bầu 20 đại biểu.
điều 2
  Phường: được bầu 21 đại biểu.
""",
        """
article 1
  A commune: with fewer than 5,000 inhabitants elects 15 deputies; with more than 5,000 inhabitants elects 20 deputies.
article 2
  A ward: elects 21 deputies.
""",
    ),
    "two rules for one place": (
        "conflict",
        {"1", "3"},
        """
điều 1
  Xã: được bầu 15 đại biểu.
điều 2
  Phường: được bầu 21 đại biểu.
điều 3
  Xã thuộc hải đảo: được bầu 12 đại biểu.
""",
        """
article 1
  A commune: elects 15 deputies.
article 2
  A ward: elects 21 deputies.
article 3
  A commune that is an island: elects 12 deputies.
""",
    ),
    "a rule for what nobody has": (
        "dead rule",
        {"3"},
        """
điều 1
  Xã: được bầu 15 đại biểu.
điều 2
  Phường: được bầu 21 đại biểu.
điều 3
  Ngoại lệ của điều 1: phường: được bầu 12 đại biểu.
""",
        """
article 1
  A commune: elects 15 deputies.
article 2
  A ward: elects 21 deputies.
article 3
  Exception to article 1: a ward: elects 12 deputies.
""",
    ),
    "an exception under another": (
        "exception never wins",
        {"3"},
        """
điều 1
  Xã: được bầu 15 đại biểu.
điều 2
  Phường: được bầu 21 đại biểu.
điều 3
  Ngoại lệ của điều 1: khi thuộc hải đảo thì được bầu 12 đại biểu.
điều 4
  Ngoại lệ của điều 3: khi thuộc hải đảo thì được bầu 13 đại biểu.
""",
        """
article 1
  A commune: elects 15 deputies.
article 2
  A ward: elects 21 deputies.
article 3
  Exception to article 1: when is an island then elects 12 deputies.
article 4
  Exception to article 3: when is an island then elects 13 deputies.
""",
    ),
}
SURFACES = ("vi", "en")


def loaded(surface: str, texts: tuple[str, str], tmp_path: Path) -> electrules.Rulebook:
    """The law of *texts* in one surface, under the words of these tests."""
    if surface == "vi":
        return electrules.load(text=VI + texts[0], base=None)
    (tmp_path / "words.luat").write_text(WORDS, encoding="utf-8")
    return electrules.load(tmp_path, text=EN + texts[1], base=None)


def refuted(book: electrules.Rulebook) -> list[Verdict]:
    return [each for each in book.check() if each.verdict != "proved"]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_sound_law_is_proved(surface: str, tmp_path: Path) -> None:
    assert refuted(loaded(surface, SOUND, tmp_path)) == []


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("defect", PLANTED)
def test_a_planted_defect_is_found_with_facts_that_show_it(defect: str, surface: str, tmp_path: Path) -> None:
    kind, articles, *texts = PLANTED[defect]
    book = loaded(surface, (texts[0], texts[1]), tmp_path)
    (found,) = refuted(book)
    assert (found.term, found.kind, found.verdict) == ("seats", kind, "refuted")
    answer = book.ask(found.term, found.witness, on=found.on)
    if kind in ("gap", "conflict"):
        assert answer.outcome == kind
        assert found.witness["kind"] == "commune"
    else:  # the rule that says nothing new: somebody else answers where it could
        assert answer.outcome == "answered"
        assert articles.isdisjoint(each.article for each in answer.citations)
    if kind == "gap":
        assert found.witness["population"] == 5_000
    else:
        assert {each.article for each in found.citations} == articles


def test_both_surfaces_show_the_same_defects(tmp_path: Path) -> None:
    for _, _, vi, en in PLANTED.values():
        shown = [[(each.kind, each.witness, each.on) for each in refuted(loaded(surface, (vi, en), tmp_path))] for surface in SURFACES]
        assert shown[0] == shown[1]
