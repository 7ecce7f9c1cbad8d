"""A member that two lists hold is said of the list that its sentence tells, whatever is declared first or laid on top."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

import electrules
from electrules.source.read import read_text
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document

KIND = "  Loại | kind: one of tỉnh | province; xã | commune; phường | ward."
PLACE = "  Nơi đặt trụ sở | place of the office: one of tỉnh | province; xã | commune; chợ | market."
SHOP = "  Nơi bán | place of sale: one of siêu thị | market; kho | store."
OTHERS = """  Hội đồng | Board: authority; rank 1.
  Dân số | population: whole number from 0 to 1,000; unit dân | person, people.
  Số ghế | seats: conclusion; whole number from 0 to 100; unit ghế | seat, seats; says "được bầu" | "elects"."""
HEADER = '\ninstrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.\n\narticle 1\n'


def text(rules: str, *declared: str) -> str:
    """A rulebook of such declarations."""
    return "\n".join(("language: English\n\nvocabulary", *declared, HEADER)) + rules


def outcomes(law: electrules.Rulebook) -> list[tuple[str, object]]:
    """What is answered for each kind and place."""
    kinds, places = ("province", "commune", "ward"), ("province", "commune", "market")
    answers = [law.ask("seats", {"kind": kind, "place of the office": place}, on="2005-01-01") for kind in kinds for place in places]
    return [(each.outcome, each.value) for each in answers]


SENTENCES = {
    "A ward or commune: elects 2 seats.": lambda kind, place: kind in ("ward", "commune"),
    "A commune or market: elects 2 seats.": lambda kind, place: place in ("commune", "market"),
    "When kind is commune then elects 2 seats.": lambda kind, place: kind == "commune",
    "When place of the office is commune then elects 2 seats.": lambda kind, place: place == "commune",
    "When (commune or ward) then elects 2 seats.": lambda kind, place: kind in ("ward", "commune"),
    "A commune that kind is ward: elects 2 seats.": lambda kind, place: False,
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentence_decides_in_whatever_order_the_lists_are_declared(sentence: str) -> None:
    holds = SENTENCES[sentence]
    kinds, places = ("province", "commune", "ward"), ("province", "commune", "market")
    wanted = [("answered", 2) if holds(kind, place) else ("gap", None) for kind in kinds for place in places]
    for order in permutations((KIND, PLACE, OTHERS)):
        assert outcomes(electrules.load(text=text(f"  {sentence}\n", *order), base=None, lang="en")) == wanted


@pytest.mark.parametrize("order", [(KIND, PLACE, OTHERS), (PLACE, OTHERS, KIND)])
def test_where_the_sentence_does_not_tell_the_list_it_is_asked_for(order: tuple[str, ...]) -> None:
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=text("  A commune: elects 2 seats.\n", *order), base=None, lang="en")
    (said,) = raised.value.diagnostics
    assert (said.code, said.source.strip()) == ("ER0506", "A commune: elects 2 seats.")
    assert set(said.expected) == {"kind is commune", "place of the office is commune"}


BELOW = text("  A commune: elects 2 seats.\n  A ward: with 500 people or more elects 3 seats.\n", KIND, OTHERS)
ON_TOP = "language: English\n\nvocabulary\n{}\n"
TOPS = {
    "a list with the same members": PLACE,
    "a fact in the same unit": "  Dân tạm trú | temporary residents: whole number from 0 to 1,000; unit dân | person, people.",
    "a conclusion in the same unit": "  Ghế dự bị | spare seats: conclusion; whole number from 0 to 9; unit ghế | seat, seats.",
}


@pytest.mark.parametrize("folder", ["aa", "zz"])
@pytest.mark.parametrize("top", TOPS)
def test_what_is_laid_on_top_changes_nothing_below(top: str, folder: str, tmp_path: Path) -> None:
    for name, content in (("law", BELOW), (folder, ON_TOP.format(TOPS[top]))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.luat").write_text(content, encoding="utf-8")
    law = electrules.load(tmp_path / folder, base=tmp_path / "law", lang="en")
    answer = law.ask("seats", {"kind": "commune"}, on="2005-01-01")
    assert (answer.outcome, answer.value) == ("answered", 2)
    answer = law.ask("seats", {"kind": "ward", "population": 600}, on="2005-01-01")
    assert (answer.outcome, answer.value) == ("answered", 3)


def test_a_clash_with_a_word_below_is_said_once_of_the_word_on_top(tmp_path: Path) -> None:
    below = text(
        "  When size of the people is 5 or more then elects 2 seats.\n", KIND, OTHERS, "  Cỡ dân | size of the people: whole number from 0 to 9."
    )
    for name, content in (("law", below), ("aa", ON_TOP.format("  Cỡ | size of: whole number from 0 to 9.\n  Dân ấy | people: yes or no."))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.luat").write_text(content, encoding="utf-8")
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(tmp_path / "aa", base=tmp_path / "law", lang="en")
    (said,) = raised.value.diagnostics
    assert (said.code, said.path, said.source.strip()) == ("ER0203", str(tmp_path / "aa" / "x.luat"), "Cỡ | size of: whole number from 0 to 9.")


def test_a_translation_has_the_word_of_the_list_that_is_meant() -> None:
    rules = "  When place of sale is market then elects 2 seats.\n  When place of the office is market then elects 3 seats.\n"
    (file,) = read_text(text(rules, KIND, PLACE, SHOP, OTHERS)).value
    lexicon = declare((file,)).value
    vietnamese = format_document(parse(file, lexicon).value, file, lexicon, "vi")
    assert [line.strip() for line in vietnamese.splitlines()[-2:]] == [
        "Khi nơi bán là siêu thị thì được bầu 2 ghế.",
        "Khi nơi đặt trụ sở là chợ thì được bầu 3 ghế.",
    ]
