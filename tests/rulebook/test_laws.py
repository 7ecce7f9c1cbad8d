"""Properties of every rulebook (semantics, section 7), over random provisions and acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_texts import header, law

from electrules.rulebook import Rulebook

pytestmark = pytest.mark.slow

KINDS = {"tỉnh": "province", "xã": "commune", "phường": "ward"}
FLAGS = ("", " thuộc miền núi", " không thuộc miền núi", " thuộc hải đảo", " có từ 500 dân trở xuống", " có trên 500 dân")


@frozen
class Article:
    """One article of an instrument, as a line of text."""

    number: int
    text: str

    def written(self) -> str:
        return f"điều {self.number}\n  {self.text}\n"


@frozen
class Law:
    """An instrument with its days and articles."""

    number: str
    issued: date
    since: date
    articles: tuple[Article, ...]

    def written(self, articles: Sequence[Article] | None = None) -> str:
        head = header(self.number, f"{self.issued:%d/%m/%Y}", f"{self.since:%d/%m/%Y}")
        return head + "".join(each.written() for each in (self.articles if articles is None else articles))


def sentences() -> st.SearchStrategy[str]:
    """A statement on the number of seats."""
    plain = st.builds(
        lambda kind, flag, seats: f"{kind.capitalize()}{flag}: được bầu {seats} đại biểu.",
        st.sampled_from(list(KINDS)),
        st.sampled_from(FLAGS),
        st.integers(1, 9),
    )
    scale = st.builds(
        lambda kind, at, base, cap: (
            f"{kind.capitalize()}: có từ {at} dân trở xuống được bầu {base} đại biểu; "
            f"có trên {at} dân thì cứ thêm đủ 100 dân được bầu thêm 1 đại biểu; tổng số không quá {base + cap} đại biểu."
        ),
        st.sampled_from(list(KINDS)),
        st.sampled_from([300, 500]),
        st.integers(1, 9),
        st.integers(1, 9),
    )
    return plain | scale


@st.composite
def first_laws(draw: st.DrawFn) -> Law:
    """An instrument of a few articles, later ones perhaps exceptions to earlier ones, or barring them."""
    articles = []
    for number in range(1, draw(st.integers(2, 5))):
        text = draw(sentences())
        if number > 1:
            before = draw(st.integers(1, number - 1))
            form = draw(st.sampled_from(["{text}", "Ngoại lệ của điều {before}: {text}", "Không áp dụng điều {before} khi thuộc hải đảo."]))
            text = form.format(text=text, before=before)
        articles.append(Article(number, text))
    return Law("1/2020/QH14", date(2020, 1, 1), date(2020, 2, 1), tuple(articles))


@st.composite
def amended(draw: st.DrawFn) -> tuple[Law, Law, int, str]:
    """A first law, one that replaces an article of it, and which article with what text."""
    first = draw(first_laws())
    target = draw(st.integers(1, len(first.articles)))
    text = draw(sentences())
    issued = first.since + timedelta(days=draw(st.integers(1, 300)))
    act = Article(1, f"Sửa đổi điều {target} của {first.number} như sau: {text}")
    return first, Law("2/2021/QH14", issued, issued + timedelta(days=draw(st.integers(1, 200))), (act,)), target, text


def facts() -> st.SearchStrategy[dict[str, object]]:
    """Facts, some of them unknown."""
    return st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sampled_from(list(KINDS.values())),
            "mountainous": st.booleans(),
            "island": st.booleans(),
            "population": st.sampled_from([0, 300, 301, 499, 500, 501, 600, 10_000]),
        },
    )


def said(book: Rulebook, known_facts: dict[str, object], on: date, known: date | None = None) -> tuple[object, ...]:
    """All of an answer but what amended what it cites."""
    answer = book.ask("seats", known_facts, on=on, known=known)
    places = sorted({each.address.text() for each in answer.citations})
    return answer.outcome, answer.value, [each.id for each in answer.missing], places


def moved(first: Law, act: Law, target: int, text: str) -> tuple[str, str]:
    """The same law written with the new text: it stands in an instrument of its own, which has the act's day of issue."""
    home = f"điều {target} của 9/2021/QH14"
    kept = [Article(each.number, re.sub(rf"điều {target}(?=:| khi)", home, each.text)) for each in first.articles if each.number != target]
    return first.written(kept), Law("9/2021/QH14", act.issued, act.since, (Article(target, text),)).written()


@settings(max_examples=60, deadline=None)
@given(amended(), facts(), st.integers(0, 200))
def test_asking_after_an_act_is_asking_a_rulebook_written_with_the_new_text(
    case: tuple[Law, Law, int, str], given_facts: dict[str, object], later: int
) -> None:
    first, act, target, text = case
    book, new = law(first.written(), act.written()), law(*moved(first, act, target, text))
    on = act.since + timedelta(days=later)
    for known in (None, act.issued, act.issued + timedelta(days=later)):
        assert said(book, given_facts, on, known)[:3] == said(new, given_facts, on)[:3]


@settings(max_examples=60, deadline=None)
@given(amended(), facts())
def test_before_an_act_nothing_changes(case: tuple[Law, Law, int, str], given_facts: dict[str, object]) -> None:
    first, act, _, _ = case
    book, old = law(first.written(), act.written()), law(first.written())
    for day in (act.since - timedelta(days=1), first.since, first.since - timedelta(days=1)):
        assert said(book, given_facts, day) == said(old, given_facts, day)


@settings(max_examples=60, deadline=None)
@given(amended(), facts())
def test_asking_with_known_before_an_issue_is_asking_without_the_instrument(case: tuple[Law, Law, int, str], given_facts: dict[str, object]) -> None:
    first, act, _, _ = case
    book, old = law(first.written(), act.written()), law(first.written())
    assert said(book, given_facts, act.since, act.issued - timedelta(days=1)) == said(old, given_facts, act.since)


@settings(max_examples=60, deadline=None)
@given(amended(), facts(), st.randoms())
def test_order_of_instruments_and_provisions_changes_no_answer(
    case: tuple[Law, Law, int, str], given_facts: dict[str, object], random: object
) -> None:
    first, act, _, _ = case
    mixed = list(first.articles)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    book, other = law(first.written(), act.written()), law(act.written(), first.written(mixed))
    for day in (act.since, first.since):
        one, two = (each.ask("seats", given_facts, on=day) for each in (book, other))
        assert (one.outcome, one.value, one.citations, one.missing) == (two.outcome, two.value, two.citations, two.missing)


@settings(max_examples=60, deadline=None)
@given(amended(), facts())
def test_an_answered_question_cites_a_provision_in_force(case: tuple[Law, Law, int, str], given_facts: dict[str, object]) -> None:
    first, act, _, _ = case
    book = law(first.written(), act.written())
    for day in (act.since, first.since):
        answer = book.ask("seats", given_facts, on=day)
        in_force = {version.address for version in book.in_force(day).versions}
        assert answer.outcome != "answered" or any(each.address in in_force for each in answer.citations)
