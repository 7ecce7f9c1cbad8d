"""What answers, findings and verdicts are called is closed: a type checker refuses a word that is none of them."""

from __future__ import annotations

import sys
from typing import Literal, get_args, get_origin

import pytest

from electrules.consistency import KINDS, Verdict
from electrules.evaluate.answer import Answer
from electrules.evaluate.finding import Finding


def closed(of: type, name: str) -> set[str]:
    """The words that what is called *name* may be; none where its type is open."""
    written = of.__annotations__.get(name) or vars(of)[name].fget.__annotations__["return"]
    hint = eval(written, vars(sys.modules[of.__module__]))  # annotations are text; their names are those of the module
    return set(get_args(hint)) if get_origin(hint) is Literal else set()


OUTCOMES = {"answered", "unknown", "not_applicable", "gap", "unread", "conflict"}
STATUSES = {"official", "secondary", "unconfirmed", "unmarked"}


@pytest.mark.parametrize(
    ("of", "name", "words"),
    [
        (Answer, "outcome", OUTCOMES),
        (Answer, "status", STATUSES),
        (Finding, "outcome", OUTCOMES),
        (Finding, "status", STATUSES),
        (Finding, "severity", {"must", "should"}),
        (Verdict, "verdict", {"proved", "refuted", "not decided"}),
        (Verdict, "kind", set(KINDS)),
    ],
)
def test_what_results_are_called_is_closed(of: type, name: str, words: set[str]) -> None:
    assert closed(of, name) == words
