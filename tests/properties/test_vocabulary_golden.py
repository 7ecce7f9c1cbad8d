"""What the shipped vocabulary declares, as a list that a lawyer can review: names, ranges, units, and the days on which a member exists."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import electrules
from electrules.tree.types import Member, Number, OneOf, Term

GOLDEN = Path(__file__).parent.parent / "golden" / "vocabulary.md"


def existing(member: Member) -> str:
    days = [f"từ {member.since:%d/%m/%Y}"] if member.since else []
    days += [f"đến trước {member.until:%d/%m/%Y}"] if member.until else []
    return f"{member.vi[0]} ({', '.join(days)})" if days else member.vi[0]


def said(term: Term) -> Iterator[str]:
    yield f"## {term.name('vi')} | {term.name('en')}"
    yield f"- {term.role}" + (f" ({term.decides})" if term.decides else "")
    if isinstance(term.type, Number):
        yield f"- {term.type.least} … {term.type.most} {term.type.unit}"
    if isinstance(term.type, OneOf):
        yield f"- bắt buộc khi: {term.type.binding}" if term.type.binding else "- luôn bắt buộc"
        yield from (f"- {existing(member)}" for member in term.type.members if term.type.owner == term.id)


def listed() -> str:
    law = electrules.load()
    lines = ["# Từ vựng của bộ luật đi kèm | The shipped vocabulary", ""]
    for term in dict.fromkeys(law.terms.values()):
        if term.role != "body":
            lines += [*said(term), ""]
    lines += ["## Cơ quan và bậc | Authorities and ranks", *(f"- {each.vi[0]}: {each.rank}" for each in law.lexicon.authorities.values()), ""]
    return "\n".join(lines)


def test_the_vocabulary_is_the_one_reviewed() -> None:
    assert listed() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(listed(), encoding="utf-8")
    sys.exit()
