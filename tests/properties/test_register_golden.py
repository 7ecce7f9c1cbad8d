"""The instruments with their days, and all that is unconfirmed, read in one way, silent or not codable, as a register that a lawyer can review."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import electrules
from electrules.corpus.version import Version
from electrules.syntax.written import Known, NotCodable, Reading, SilenceSaid, Statement

GOLDEN = Path(__file__).parent.parent / "golden" / "register.md"


def said(statement: Statement) -> str | None:
    match statement:
        case Known(status, remark):
            return f"{status}: {remark}"
        case Reading(reading, source):
            return f"cách hiểu: {reading}; nguồn: {source}"
        case SilenceSaid(kind, term, _, reason):
            return f"im lặng ({kind}) về {term.id}: {reason}"
        case NotCodable(what, reason):
            return f"không mã hoá được: {what}; lý do: {reason}"
        case _:
            return None


def notes(version: Version) -> Iterator[str]:
    told = dict.fromkeys(filter(None, map(said, version.statements)))
    if told:
        yield f"- {version.citation.text('vi')}"
        yield from (f"  - {each}" for each in told)


def listed() -> str:
    law = electrules.load()
    lines = ["# Văn bản và điều còn ngờ | Instruments, and what is doubtful", ""]
    for each in law.instruments:
        until = f", hết hiệu lực từ {each.until:%d/%m/%Y}" if each.until else ""
        lines.append(f"- {each.number}: {each.issuer}, {each.issued:%d/%m/%Y}, hiệu lực từ {each.since:%d/%m/%Y}{until}")
    lines += ["", *(line for version in law.provisions for line in notes(version)), ""]
    return "\n".join(lines)


def test_the_register_is_the_one_reviewed() -> None:
    assert listed() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(listed(), encoding="utf-8")
    sys.exit()
