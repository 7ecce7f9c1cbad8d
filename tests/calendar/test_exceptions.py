"""A deadline may be an exception, may yield to another place, and may hang on a condition though nobody is said to act; every door heeds it."""

from __future__ import annotations

import pytest

import electrules

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Ngày bầu cử | election day: day asked.
  Miền núi | mountainous: yes or no; says "is in the mountains".
  Niêm yết | posting: event.

instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  {}

article 2
  {}
"""
FORMS = {
    "an exception": (
        "Posting no later than 20 days before election day.",
        "Exception to article 1: when mountainous then posting no later than 30 days before election day.",
    ),
    "except in the case of": (
        "Posting no later than 20 days before election day, except in the case of article 2.",
        "When mountainous then posting no later than 30 days before election day.",
    ),
    "conditions": (
        "When not mountainous then posting no later than 20 days before election day.",
        "When mountainous then posting no later than 30 days before election day.",
    ),
    "who acts": (
        "No later than 20 days before election day, the Board must see to posting, except in the case of article 2.",
        "When mountainous then no later than 30 days before election day, the Board must see to posting.",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_calendar_and_the_answer_have_the_day_of_the_deadline_that_prevails(form: str) -> None:
    law = electrules.load(text=TEXT.format(*FORMS[form]), base=None, lang="en")
    for mountainous, wanted in ((False, "2001-05-03"), (True, "2001-04-23")):
        facts = {"mountainous": mountainous}
        assert str(law.ask("posting", facts, on="2001-05-23").value) == wanted
        assert [str(each.date) for each in law.calendar("2001-05-23", facts=facts)] == [wanted]


@pytest.mark.parametrize("form", FORMS)
def test_it_is_translated_and_read_again(form: str) -> None:
    from electrules.source.read import read_text
    from electrules.syntax import declare, parse
    from electrules.syntax.format import format_document

    (file,) = read_text(TEXT.format(*FORMS[form])).value
    lexicon = declare((file,)).value
    document = parse(file, lexicon).value
    (again,) = read_text(format_document(document, file, lexicon, "vi")).value
    assert parse(again, lexicon).value.blocks == document.blocks
