"""Who and what stands for whom and for what in provisions that are applied to another day."""

from __future__ import annotations

from datetime import date

import pytest

import electrules
from electrules.calendar import Deadline

HEAD = """language: English

vocabulary
  Hội đồng | council: authority; rank 1.
  Tổ | team: actor.
  Tổ bổ sung | extra team: actor.
  Ban | board: actor.
  Ban bổ sung | extra board: actor.
  Ngày bầu | vote day: day asked.
  Ngày bầu thêm | extra vote day: day.
  Niêm yết | posting: event.
  Công bố | publication: event.
  Khiếu nại | complaint: event.
  Khiếu nại thêm | extra complaint: event.
  Trả lời | answer: event.

instrument 1/2020/HD "Luật làng": issued by council on 2020-01-01; in force from 2020-02-01.

article 1
  No later than 20 days before vote day, the team on the proposal of the board must see to posting.

article 2
  Within 3 days from the day of posting, the team after agreement with the board must see to complaint.
  Within 2 days from the day of complaint, the team must see to answer.

article 3
  No later than 10 days before extra vote day, the extra team must see to publication.

article 4
  """


def rows(text: str) -> dict[str, Deadline]:
    law = electrules.load(text=f"{HEAD}{text}\n", base=None, lang="en")
    return {each.event: each for each in law.calendar("2021-05-02", kind="extra vote")}


def test_other_actors_act_agree_and_propose() -> None:
    found = rows(
        "As provided in articles 1 and 2 counted from extra vote day with the extra team in place of the team and the extra board in place of the board."
    )
    posting, complaint = found["posting"].limit, found["complaint"].limit
    assert (posting.actors, posting.proposer) == ((("Tổ bổ sung", "extra team"),), ("Ban bổ sung", "extra board"))
    assert (complaint.actors, complaint.consent) == ((("Tổ bổ sung", "extra team"),), (("Ban bổ sung", "extra board"),))


def test_another_event_is_counted_from_and_what_has_its_own_event_is_counted_on() -> None:
    found = rows(
        "As provided in article 2 counted from extra vote day with publication in place of posting and extra complaint in place of complaint."
    )
    assert found["publication"].date == date(2021, 4, 22)
    assert (found["extra complaint"].date, found["extra complaint"].anchor) == (date(2021, 4, 25), "publication")
    assert found["answer"].date == date(2021, 4, 27)
    assert "complaint" not in found


def test_what_the_provisions_do_not_speak_of_cannot_be_stood_for() -> None:
    with pytest.raises(electrules.RuleErrors) as raised:
        rows("As provided in article 1 counted from extra vote day with publication in place of complaint.")
    (said,) = raised.value.diagnostics
    assert (said.code, "complaint" in said.message("en"), "Khiếu nại" in said.message("vi")) == ("ER0512", True, True)
