"""A comment may stand wherever white space may: it is part of no name, and the formatter keeps every one, in order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import electrules
from electrules.source.read import read_text
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Dân số | population, headcount: whole number from 0 to 1,000; unit dân | person, people; asks "Bao nhiêu: dân?" | "How many, people?".
  Loại | kind: one of xã | commune; phường | ward.
  Số ghế | seats: conclusion; whole number from 0 to 100; unit ghế | seat, seats; says "được bầu" | "elects".

instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  | As it was printed.
  A commune:
    with 500 people or fewer elects 2 seats;
    with more than 500 people elects 3 seats.
  Official text read.

article 2
  | As it was printed.
  | In two lines.
  When ward then elects 4 seats.

case "small"
  Given: kind is commune, population is 5 people; asked for seats on 2005-01-01; then 2 seats.
"""


def may_stand(place: int) -> bool:
    """Whether a comment may stand at *place*: between words of a declaration or statement, in no quotation, restatement or free text."""
    line = TEXT[TEXT.rfind("\n", 0, place) + 1 : TEXT.find("\n", place)]
    before = TEXT[TEXT.rfind("\n", 0, place) + 1 : place]
    return line.startswith("  ") and not line.startswith(("  |", "  Official")) and bool(before.strip()) and before.count('"') % 2 == 0


PLACES = [each.start() for each in re.finditer(" ", TEXT) if may_stand(each.start())]


def commented(places: list[int], alone: frozenset[int]) -> str:
    """The text with a comment at each of *places*, on a line of its own where *alone*."""
    text, done = [], 0
    for number, place in enumerate(sorted(places)):
        text.append(TEXT[done:place] + ("\n    " if place in alone else " ") + f"# note {number}: of this | that, or; those.\n   ")
        done = place
    return "".join((*text, TEXT[done:]))


def declared(text: str) -> object:
    """What a text declares and says."""
    law = electrules.load(text=text, base=None, lang="en")
    return [(each.names, each.type, each.question) for each in law.terms.values()], [each.statements for each in law.provisions]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True), st.frozensets(st.sampled_from(PLACES)))
def test_comments_are_part_of_nothing_and_keep_their_order(places: list[int], alone: frozenset[int]) -> None:
    text = commented(places, alone)
    assert declared(text) == declared(TEXT)
    (file,) = read_text(text).value
    lexicon = declare((file,)).value
    printed = format_document(parse(file, lexicon).value, file, lexicon, "en")
    assert declared(printed) == declared(TEXT)
    assert re.findall(r"# note \d", printed) == [f"# note {number}" for number in range(len(places))]


@pytest.mark.parametrize("heading", ["article 2 # a note", "vocabulary # words", 'case "small" # tried'])
def test_a_comment_after_a_heading_stays_there(heading: str) -> None:
    text = TEXT.replace(heading.split(" #", maxsplit=1)[0] + "\n", heading + "\n")
    (file,) = read_text(text).value
    lexicon = declare((file,)).value
    printed = format_document(parse(file, lexicon).value, file, lexicon, "en")
    assert [line for line in printed.splitlines() if "#" in line] == [heading.replace(" #", "  #")]
    assert declared(printed) == declared(TEXT)


def test_a_comment_between_the_lines_of_a_restatement_stays_there() -> None:
    text = TEXT.replace("  | In two lines.", "  # of the second\n  | In two lines.")
    (file,) = read_text(text).value
    lexicon = declare((file,)).value
    assert "  | As it was printed.\n  # of the second\n  | In two lines.\n" in format_document(parse(file, lexicon).value, file, lexicon, "en")
