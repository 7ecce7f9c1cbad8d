"""A reference is looked up wherever a sentence may hold one: a place that nobody wrote is an error, and never a case of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_type_hints

import attrs
import pytest

import electrules
from electrules.corpus.act import ACTS
from electrules.corpus.refer import _HOLDERS
from electrules.syntax import written

HEAD = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ủy ban | committee: tổ chức.
  Thành viên | members: số nguyên từ 0 đến 100; đơn vị thành viên | member, members.
  Khách | guests: số nguyên từ 0 đến 100; đơn vị thành viên | member, members.
  Công khai | public: có hoặc không; nói "họp công khai" | "meets in public".

văn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

điều 1
  """

NOWHERE = "thuộc trường hợp quy định tại Điều 99"
BLOCKS = (
    written.Case,
    written.Expectation,
    written.Document,
    written.Header,
    written.Extent,
    written.Provision,
    written.Unreadable,
    written.Reference,
)
"""What stands around sentences; acts refer from their own place and are looked up by themselves."""


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ủy ban: phải họp công khai trừ khi {NOWHERE}.",
        f"Ủy ban: thành viên phải từ 3 thành viên trở lên trừ khi {NOWHERE}.",
        f"Ủy ban: thành viên phải nhiều hơn khách ít nhất 1 thành viên trừ khi {NOWHERE}.",
        "Quốc hội được điều chỉnh thời hạn tại Điều 99.",
        "Quốc hội được quy định khác Điều 99.",
    ],
)
def test_what_is_written_nowhere_is_said(sentence: str) -> None:
    with pytest.raises(electrules.RuleErrors) as refused:
        electrules.load(text=f"{HEAD}{sentence}\n", base=None)
    assert [each.code for each in refused.value.diagnostics] == ["ER0401"]


def named(hint: object) -> Iterator[type]:
    """The classes that an annotation names."""
    if isinstance(hint, type):
        yield hint
    for each in get_args(hint):
        yield from named(each)


def test_no_part_of_a_sentence_that_may_hold_a_reference_is_forgotten() -> None:
    classes = [each for each in vars(written).values() if isinstance(each, type) and attrs.has(each) and each.__module__ == written.__name__]
    hints = {each: get_type_hints(each) for each in classes}
    holding: dict[type, tuple[str, ...]] = {written.Reference: ()}
    before = 0
    while before != len(holding):
        before = len(holding)
        fields = {each: tuple(f.name for f in attrs.fields(each) if any(of in holding for of in named(hints[each][f.name]))) for each in classes}
        holding |= {each: names for each, names in fields.items() if names}
    found = {each: set(names) for each, names in holding.items() if each not in (*BLOCKS, *ACTS)}
    assert found == {each: set(names) for each, names in _HOLDERS.items()}
