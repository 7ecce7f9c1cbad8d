"""The real day of an event, told as a fact, stands for the event at every door: a question, a body, a comparison, a tree read from JSON."""

from __future__ import annotations

import json

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | vote: day asked.
  Niêm yết | posting: event.
  Khiếu nại | complaint: event.
  Ngày niêm yết thật | posted on: actual day of posting.
  Hội đồng | council: body.
  Ủy viên | members: whole number from 0 to 9; unit ủy viên | member, members.

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  Posting no later than 40 days before vote.

article 2
  Complaint no later than 10 days after posting.

article 3
  The council when posting is before 2021-04-01: members must be at least 5 members.
"""
LAW = electrules.load(text=TEXT, base=None, lang="en")
ON, POSTED = "2021-05-23", {"posted on": "2021-03-20"}


def test_a_question_and_the_tree_read_from_json_count_from_it() -> None:
    tree = electrules.Tree.from_dict(json.loads(json.dumps(LAW.tree("complaint", on=ON).to_dict())))
    for facts, day in (({}, "2021-04-23"), (POSTED, "2021-03-30")):
        assert str(LAW.ask("complaint", facts, on=ON).value) == day
        assert str(tree.ask(facts).value) == day


def test_a_body_is_assessed_by_it() -> None:
    for facts, outcome in (({}, "not_applicable"), (POSTED, "answered")):
        (finding,) = LAW.assess("council", {"members": 3, **facts}, on=ON)
        assert finding.outcome == outcome


def test_a_comparison_compares_by_it() -> None:
    days = [[str(side.value) for side in (row.before, row.after)] for row in LAW.compare("complaint", POSTED, on=(ON, "2021-06-20"), all=True).rows]
    assert days == [["2021-03-30", "2021-03-30"]]
    assert LAW.compare("complaint", {}, on=(ON, "2021-06-20")).rows
