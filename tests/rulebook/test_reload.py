"""What is remembered between loads changes nothing that is said: a reload after an edit equals the load of a fresh process."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

import electrules

pytestmark = pytest.mark.slow

HEAD = """language: English
vocabulary
  Hội đồng | Board: authority; rank 1.
  Dân số | population: whole number from 0 to 20,000,000; unit dân | person, people.
  Số ghế | places: conclusion, whole number from 0 to 500, unit ghế | place, places, says "được bầu" | "elects".
instrument 1/2000/QH1 "Made up": issued by Board on 2000-01-01; in force from 2000-01-02.
"""
RULE = """
article {0}
  | As it was printed, {0}.
  When the population is exactly {0} people then elects {0} places.
"""
TEXT = HEAD + "".join(RULE.format(number) for number in range(1, 40))
LATER = """
instrument 2/2001/QH1 "Later": issued by Board on 2001-01-01; in force from 2001-01-02.
article 1
  Amend article 3 of 1/2000/QH1 as follows: When the population is exactly 3 people then elects 33 places.
"""
EDITS = {
    "a number": TEXT.replace("exactly 20 people then elects 20", "exactly 20 people then elects 21"),
    "a line above": TEXT.replace("\narticle 7\n", "\n# said above\n\narticle 7\n"),
    "a provision above": TEXT.replace("\narticle 7\n", RULE.format(77) + "\narticle 7\n"),
    "a provision taken out": TEXT.replace(RULE.format(5), ""),
    "a word declared otherwise": TEXT.replace("| places: conclusion", "| seats: conclusion"),
    "a wider range": TEXT.replace("to 500", "to 600"),
    "an amendment": TEXT + LATER,
    "an unknown word": TEXT.replace("# ", "").replace("exactly 30 people", "exactly 30 folks"),
    "an unknown word below a line": TEXT.replace("\narticle 7\n", "\n# said above\n\narticle 7\n").replace("exactly 30 people", "exactly 30 folks"),
    "a full stop lost": TEXT.replace("elects 30 places.", "elects 30 places"),
    "two of one place": TEXT + RULE.format(9),
}
FRESH = """
import pickle, sys
from tests.rulebook.test_reload import told
sys.stdout.buffer.write(pickle.dumps(told(pickle.load(sys.stdin.buffer))))
"""


def told(text: str) -> object:
    """All that can be seen of the load of *text*: its provisions with their places, what it answers, or what is wrong with it."""
    try:
        law = electrules.load(text=text, base=None, lang="en")
    except electrules.RuleErrors as errors:
        return [each.to_dict() for each in errors.diagnostics]
    term = next(each for each in law.terms.values() if each.role == "conclusion").id
    answers = [law.ask(term, {"population": number}, on="2005-01-01") for number in (3, 5, 7, 9, 20, 30, 77)]
    places = [(each.key, each.span.start, each.span.end, repr(spans_in(each.statements))) for each in law.provisions]
    return places, [each.to_dict() for each in answers], law.tree(term, on="2005-01-01").to_dict(), [each.to_dict() for each in law.diagnostics]


def spans_in(node: object) -> list[tuple[int, int]]:
    """Where each node was written."""
    if isinstance(node, tuple):
        return [each for part in node for each in spans_in(part)]
    found = [(node.span.start, node.span.end)] if hasattr(node, "span") else []
    names = [each.name for each in getattr(type(node), "__attrs_attrs__", ()) if each.name != "span"]
    return found + [each for name in names for each in spans_in(getattr(node, name))]


def fresh(text: str) -> object:
    """The same from a process that has nothing to remember."""
    done = subprocess.run([sys.executable, "-c", FRESH], input=pickle.dumps(text), stdout=subprocess.PIPE, check=True, cwd=ROOT)
    return pickle.loads(done.stdout)


ROOT = __file__.rsplit("/tests/", 1)[0]


@pytest.mark.parametrize("name", EDITS)
def test_a_reload_after_an_edit_is_the_load_of_a_fresh_process(name: str) -> None:
    told(TEXT)
    assert told(EDITS[name]) == fresh(EDITS[name])


def test_going_back_and_forth_changes_nothing() -> None:
    first = told(TEXT)
    for text in EDITS.values():
        told(text)
        assert told(TEXT) == first


def test_a_diagnostic_below_an_inserted_line_has_its_new_place() -> None:
    wrong = EDITS["an unknown word"]
    (before,) = told(wrong)
    (after,) = told(wrong.replace("\narticle 7\n", "\n# said above\n\narticle 7\n"))
    assert after["line"] == before["line"] + 2
    assert (after["column"], after["message"]) == (before["column"], before["message"])
