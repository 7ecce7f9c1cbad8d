"""What is remembered between loads changes nothing that is said: a reload after an edit equals the load of a fresh process."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
from itertools import combinations

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
MANY = """
import os, pickle, sys
from electrules.syntax.grammar import follows, surface_of
from tests.rulebook.test_reload import read_together
ready = [(surface_of(each), follows(each)) for each in ("vi", "en")]  # made of the table alone
texts, found = pickle.load(sys.stdin.buffer), []
for text in texts:
    out, into = os.pipe()
    if not os.fork():
        with open(into, "wb") as there:
            pickle.dump(read_together(text), there)
        os._exit(0)
    os.close(into)
    with open(out, "rb") as there:
        found.append(pickle.load(there))
    os.wait()
sys.stdout.buffer.write(pickle.dumps(found))
"""
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


# ------------------------------------------------- what one provision says rests on others

TOGETHER = """language: {language}
{vocabulary}
  Hội đồng | Board: {authority} 1.
  Ngày bầu cử | election day: {day}.
  Ngày nộp hồ sơ | filing: {event}.
  Loại | kind: {one_of} xã | commune; phường | ward.
  Số ghế | places: {conclusion} {whole}; {unit} ghế | place, places; {says} "được bầu" | "elects".
"""
ENGLISH = {
    "language": "English",
    "vocabulary": "vocabulary",
    "authority": "authority; rank",
    "day": "day asked",
    "event": "event",
    "one_of": "one of",
    "conclusion": "conclusion;",
    "whole": "whole number from 0 to 500",
    "unit": "unit",
    "says": "says",
}
VIETNAMESE = {
    "language": "tiếng Việt",
    "vocabulary": "từ vựng",
    "authority": "cơ quan; bậc",
    "day": "ngày được hỏi",
    "event": "sự kiện",
    "one_of": "một trong",
    "conclusion": "kết luận;",
    "whole": "số nguyên từ 0 đến 500",
    "unit": "đơn vị",
    "says": "nói",
}
IN_BOTH = {
    "law": (
        'instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.',
        'văn bản 1/2000/QH1 "A": do Hội đồng ban hành ngày 01/01/2000; có hiệu lực từ ngày 02/01/2000.',
    ),
    "deadline": ("article 1\n  Filing within 5 days from election day.", "điều 1\n  Ngày nộp hồ sơ trong vòng 5 ngày kể từ ngày bầu cử."),
    "convention": (
        "article 2\n  Periods in this instrument count the day they are counted from.",
        "điều 2\n  Thời hạn trong văn bản này tính cả ngày mốc.",
    ),
    "rule": ("article 3\n  A commune: elects 3 places.", "điều 3\n  Xã: được bầu 3 ghế."),
    "exception": ("article 4\n  Exception to article 3: elects 4 places.", "điều 4\n  Ngoại lệ của Điều 3: được bầu 4 ghế."),
    "bar": ("article 5\n  Do not apply article 4 when commune.", "điều 5\n  Không áp dụng Điều 4 khi xã."),
    "silence": (
        "article 6\n  The law is silent on places when ward; reason: x.\n  Interpretation: 1; source: 2.",
        "điều 6\n  Luật không quy định số ghế khi phường; lý do: x.\n  Cách hiểu: 1; nguồn: 2.",
    ),
}


def together(parts: frozenset[str], side: int) -> str:
    """A rulebook of the *parts* that are drawn, in one of the languages."""
    head = TOGETHER.format(**(ENGLISH if side == 0 else VIETNAMESE))
    return "\n".join((head, *(said[side] for name, said in IN_BOTH.items() if name == "law" or name in parts), ""))


def read_together(text: str) -> object:
    """All that such a rulebook answers, or what is wrong with it."""
    try:
        law = electrules.load(text=text, base=None, lang="en")
    except electrules.RuleErrors as errors:
        return [each.to_dict() for each in errors.diagnostics]
    days = [each.to_dict() for each in law.calendar("2005-01-01")]
    return days, [law.ask("places", {"kind": kind}, on="2005-01-01").to_dict() for kind in ("commune", "ward")]


def test_whatever_was_loaded_before_a_rulebook_answers_as_in_a_process_of_its_own() -> None:
    parts = [name for name in IN_BOTH if name != "law"]
    drawn = [frozenset(each) for size in range(len(parts) + 1) for each in combinations(parts, size)]
    chance = random.Random(13)
    texts = [together(each, side) for each in chance.sample(drawn, 20) for side in (0, 1)]
    done = subprocess.run([sys.executable, "-c", MANY], input=pickle.dumps(texts), stdout=subprocess.PIPE, check=True, cwd=ROOT)
    alone = dict(zip(texts, pickle.loads(done.stdout), strict=True))
    for _ in range(2):
        chance.shuffle(texts)
        for text in texts:
            assert read_together(text) == alone[text]
