"""What explanations say: all numbers, no code, in the reader's language, on any tree."""

from __future__ import annotations

import re
import threading
from fractions import Fraction

import invented
import pytest
import questions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import electrules
from electrules.diagnostics.errors import FactErrors, RuleErrors
from electrules.evaluate import ask
from electrules.explain import mermaid, statement, svg
from electrules.explain.say import denied, question_of
from electrules.explain.words import table, word
from electrules.testing.rulebooks import facts, trees
from electrules.tree.nodes import All, Any, Compare, Expr, Fact, Literal
from electrules.tree.types import Clock, Day, Number, Term, Text, YesNo

CODE = re.compile(r"\b[A-Z][a-z]+[A-Z]\w+\(|\bTrue\b|\bFalse\b|\bNone\b|\bFraction\b|\{|\}")
SEPARATOR = {"vi": ".", "en": ","}


def grouped(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", SEPARATOR[lang])


def has_number(number: int, text: str, lang: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(grouped(number, lang))}(?![.,]?\d)", text) is not None


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(tree=trees(), data=st.data())
def test_every_tree_can_be_put_into_words_without_code(tree: electrules.Tree, data: st.DataObject) -> None:
    try:
        answer = ask(tree, data.draw(facts(tree)))
    except (FactErrors, RuleErrors):
        return
    for lang in questions.LANGS:
        for text in (answer.text(lang), answer.proof.text(lang), mermaid(answer, lang)):
            assert text.strip()
            assert not CODE.search(text), text
        assert svg(answer, lang).startswith("<svg")
        assert all(statement(each, lang) for each in answer.proof.walk())


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(people=st.integers(0, 10**6), partial=st.sampled_from(("whole", "begun", "share")))
def test_a_scale_shows_all_its_numbers(people: int, partial: str) -> None:
    answer = invented.computed(invented.scale(partial)).ask({"people": people})
    for lang in questions.LANGS:
        text = answer.proof.text(lang)
        assert all(has_number(number, text, lang) for number in (people, 100, 30, 5, 50)), text
        if answer.value is not None and Fraction(str(answer.value)).denominator == 1:
            assert has_number(int(str(answer.value)), text, lang)
        if partial != "share" and people > 100:
            steps = (people - 100) // 30 if partial == "whole" else -((100 - people) // 30)
            assert has_number(people - 100, text, lang)
            assert has_number(steps, text, lang)
            assert has_number(5 + 2 * steps, text, lang)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [(invented.SUM, (217, 7, 1519, 11, 1530)), (invented.ROUNDED, (217, 8, 28)), (invented.LEAST, (217, 93))],
)
@pytest.mark.parametrize("lang", questions.LANGS)
def test_a_computation_shows_all_its_numbers(value: object, numbers: tuple[int, ...], lang: str) -> None:
    text = invented.computed(value).ask(invented.FACTS).proof.text(lang)  # type: ignore[arg-type]
    assert all(has_number(number, text, lang) for number in numbers), text


@pytest.mark.parametrize("name", questions.QUESTIONS)
@pytest.mark.parametrize("lang", questions.LANGS)
def test_the_shipped_law_is_explained_shortly_and_without_code(law: electrules.Rulebook, name: str, lang: str) -> None:
    term, known, on = questions.QUESTIONS[name]
    answer = law.ask(term, known, on=on)
    text = f"{answer.text(lang)}\n{answer.proof.text(lang)}"
    assert not CODE.search(text)
    assert len(answer.proof.text(lang).splitlines()) <= 60
    assert all(citation.text(lang) in text for citation in answer.citations)


def test_missing_facts_are_asked_as_questions(law: electrules.Rulebook) -> None:
    answer = law.ask("seats", {"kind": "province"}, on="2021-05-23")
    for place, lang in enumerate(questions.LANGS):
        assert all(term.question[place] in answer.text(lang) for term in answer.missing)


@pytest.mark.parametrize("type_", [YesNo(), Number(None, None), Day(), Clock(), Text()])
@pytest.mark.parametrize("lang", questions.LANGS)
def test_a_term_without_question_gets_one(type_: object, lang: str) -> None:
    term = Term("lamp", (("Đèn",), ("lamp",)), "fact", type_)  # type: ignore[arg-type]
    assert question_of(term, lang).endswith("?")
    assert term.name(lang) in question_of(term, lang)


def test_awaited_decisions_say_who_and_within_which_bounds(law: electrules.Rulebook) -> None:
    answer = law.ask("seats", questions.DISTRICT, on="2021-05-23")
    (awaited,) = answer.awaits
    for place, lang in enumerate(questions.LANGS):
        text = answer.text(lang)
        assert awaited.names[0][place] in text
        assert has_number(int(str(awaited.most)), text, lang)


def test_a_status_that_is_not_official_is_said(law: electrules.Rulebook) -> None:
    term, known, on = questions.QUESTIONS["an-giang-2016"]
    answer = law.ask(term, known, on=on)
    assert answer.status == "unconfirmed"
    assert "chưa xác nhận" in answer.text("vi")
    assert "unconfirmed" in answer.text("en")


def test_a_contrary_is_derived() -> None:
    assert denied("thuộc miền núi", "vi") == "không thuộc miền núi"
    assert denied("is mountainous", "en") == "is not mountainous"


def test_every_wording_stands_in_both_languages_with_the_same_slots() -> None:
    for name, words in table().items():
        assert set(words) == {"vi", "en"}, name
        slots = [set(re.findall(r"\{([a-z]+)[|}]", words[lang])) for lang in questions.LANGS]
        assert slots[0] == slots[1] or name.startswith("deny"), name


def test_what_is_filled_in_is_not_read_as_a_template() -> None:
    assert word("is", "en", name="{value}", value="x") == "{value} is x"


def test_a_deep_condition_is_cut_not_a_crash() -> None:
    condition: Expr = Compare(">", Fact("people"), Literal(10))
    for level in range(120):
        condition = (All, Any)[level % 2]((condition, Fact("night")))
    tree = invented.tree(invented.rule("a", 1, invented.number(3), condition))
    answer = tree.ask(invented.FACTS)
    said: list[str] = []
    size = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: said.extend((answer.text("vi"), answer.proof.text("vi"), svg(answer, "en"))))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
    assert len(said) == 3
