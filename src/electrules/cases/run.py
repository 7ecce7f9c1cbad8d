"""Running a case: the question asked, and the answer held against what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from attrs import field, frozen

from ..diagnostics.errors import FactErrors
from ..evaluate.answer import Answer
from ..evaluate.ask import ask
from ..evaluate.vocabulary import Vocabulary
from ..source.citation import Citation
from ..syntax.lexicon import Lexicon
from ..tree.tree import Tree
from ..tree.types import Term
from ..values.value import plain
from .case import Case, Expected


class Law(Protocol):
    """What can be asked: a rulebook."""

    @property
    def terms(self) -> Mapping[str, Term]: ...
    @property
    def lexicon(self) -> Lexicon: ...
    @property
    def vocabulary(self) -> Vocabulary: ...
    @property
    def lang(self) -> str: ...
    def tree(self, term: str, *, on: date) -> Tree: ...


@frozen(eq=False)
class CaseResult:
    """What became of *case*: the *answer*, or the *error* of its facts; *wrong* names what is not as expected."""

    case: Case
    answer: Answer | None
    error: FactErrors | None
    wrong: tuple[str, ...]
    law: Law = field(repr=False)

    @property
    def ok(self) -> bool:
        """Whether the answer is as expected."""
        return not self.wrong

    def text(self, lang: str | None = None) -> str:
        """What became of it, in words."""
        from ..explain.case import case_text

        return case_text(self, lang or self.law.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            **self.case.to_dict(),
            "ok": self.ok,
            "wrong": list(self.wrong),
            "answer": answered_as(self.answer).to_dict() if self.answer is not None else None,
            "diagnostics": [each.to_dict() for each in self.error.diagnostics] if self.error is not None else [],
        }


def run(law: Law, case: Case) -> CaseResult:
    """What becomes of *case* under *law*."""
    try:
        answer = ask(law.tree(case.term, on=case.on), case.facts, terms=law.vocabulary, text_numbers=True)
    except FactErrors as error:
        return CaseResult(case, None, error, ("facts",), law)
    return CaseResult(case, answer, None, differences(answer, case.expected), law)


def differences(answer: Answer, expected: Expected | None) -> tuple[str, ...]:
    """Which parts of *answer* are not as *expected*."""
    if expected is None:
        return ("expected",)
    if answer.outcome != expected.outcome:
        return ("outcome",)
    wrong = []
    if expected.value is not None and not _same(expected.value, answer.value):
        wrong.append("value")
    if expected.unit is not None and (answer.unit or "") != expected.unit:
        wrong.append("unit")
    if expected.missing and {*expected.missing} != {each.id for each in answer.missing}:
        wrong.append("missing")
    if not all(any(_cites(found, wanted) for found in answer.citations) for wanted in expected.under):
        wrong.append("under")
    return tuple(wrong)


def _same(wanted: object, value: object) -> bool:
    """A yes is no 1; days and times may come as text."""
    return isinstance(wanted, bool) == isinstance(value, bool) and plain(wanted) == plain(value)  # type: ignore[arg-type]


def _cites(found: Citation, wanted: Citation) -> bool:
    if wanted.instrument == "":
        return found.place_key == wanted.place_key
    by = {each.address for each in found.amended_by}
    return found.address == wanted.address and (not wanted.amended_by or {each.address for each in wanted.amended_by} == by)


def answered_as(answer: Answer) -> Expected:
    """What a case expects that expects exactly *answer*."""
    return Expected(answer.outcome, answer.value, answer.unit or None, tuple(each.id for each in answer.missing), answer.citations)
