"""What is not known is said in the words that the vocabulary has for it."""

from __future__ import annotations

import pytest

import electrules

WORDS = """language: English
vocabulary
  Cơ quan | Board: authority; rank 1.
  Hải đảo | island: yes or no; says "ở hải đảo" | "lies on an island"; unsure says "chưa rõ ở đâu" | "it is open where it lies".
  Được ưu tiên | preferred: conclusion; yes or no; says "được ưu tiên" | "is preferred"; unsure says "chưa rõ có ưu tiên" | "preference open".
  Dân số | population: whole number from 0 to 100.
instrument 1/2000/QH1 "Law": issued by the Board on 2000-01-01; in force from 2000-01-02.
article 1
  When island then is preferred.
  When not island then is not preferred.
"""


@pytest.fixture(scope="module")
def law() -> electrules.Rulebook:
    return electrules.load(text=WORDS, base=None)


@pytest.mark.parametrize(
    ("lang", "head", "question"),
    [("vi", "chưa rõ có ưu tiên", "  - chưa rõ ở đâu: "), ("en", "preference open", "  - it is open where it lies: ")],
)
def test_an_answer_says_that_a_term_is_unsure(law: electrules.Rulebook, lang: str, head: str, question: str) -> None:
    lines = law.ask("preferred", {}, on="2001-01-01").text(lang).splitlines()
    assert lines[0].endswith(f": {head}")
    assert [line for line in lines if line.startswith(question)]


def test_a_known_fact_is_not_said_to_be_unsure(law: electrules.Rulebook) -> None:
    text = law.ask("preferred", {"island": True}, on="2001-01-01").text("en")
    assert "open" not in text


SILENT = """language: English
vocabulary
  Cơ quan | Board: authority; rank 1.
  Số ghế | places: conclusion, whole number from 0 to 9.
instrument 1/2000/QH1 "Law": issued by the Board on 2000-01-01; in force from 2000-01-02.
article 1
  The law is silent on places; reason: left to the Board.
"""


@pytest.mark.parametrize(
    ("lang", "answer", "proof"),
    [
        ("en", "  left to the Board (article 1 of 1/2000/QH1)", "  The law is silent: left"),
        ("vi", "  (viết bằng tiếng Anh) left to the Board (Điều 1 của 1/2000/QH1)", "  Luật không quy định (viết bằng tiếng Anh): left"),
    ],
)
def test_the_reason_of_a_silence_says_in_which_language_it_is(lang: str, answer: str, proof: str) -> None:
    silent = electrules.load(text=SILENT, base=None).ask("places", {}, on="2001-01-01")
    assert silent.outcome == "gap"
    assert answer in silent.text(lang).splitlines()
    assert [line for line in silent.proof.text(lang).splitlines() if line.startswith(proof)]
