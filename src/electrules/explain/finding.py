"""A finding as whoever sets up the body, or checks the paper, reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..values.number import write_number
from .answer import open_lines, reading_lines
from .phrase import phrase
from .unread import unread_texts
from .words import word

if TYPE_CHECKING:
    from ..evaluate.finding import Assessment, Finding


def findings_text(findings: Iterable[Finding], lang: str) -> str:
    """Some findings, and at the end the readings that any of them relies on, once each."""
    every = tuple(findings)
    relied = dict.fromkeys(each for finding in every for each in finding.interpretations)
    blocks = [finding_text(each, lang, readings=False) for each in every]
    return "\n\n".join([*blocks, "\n".join(reading_lines(relied, lang))]).rstrip()


def nothing_text(found: Assessment, lang: str) -> str:
    """Why there is no finding: the law on the body has not been read."""
    text = word("unread.head", lang, texts=unread_texts(found.unread, lang))
    return f"{text[:1].upper()}{text[1:]}."


def finding_text(finding: Finding, lang: str, *, readings: bool = True) -> str:
    """Whether a requirement is kept, what it asks, by how many it is missed, and under which provision."""
    claim = phrase(finding.requirement.claim, finding.answer.tree.named, lang)
    says = word(f"force.{finding.requirement.force}", lang, claim=claim)
    lines = [f"{word(f'finding.{verdict(finding)}', lang)}: {says}{amounts(finding, lang)}"]
    if finding.set_aside is not None:
        why, over = finding.set_aside
        lines.append(f"  {word(f'aside.{why}', lang, place=over.text(lang))}")
    lines += [f"  {word('by.answered', lang, place=each.text(lang))}" for each in finding.citations or (finding.citation,)]
    return "\n".join([*lines, *(f"  {each}" for each in open_lines(finding.answer, lang, readings=readings))])


def verdict(finding: Finding) -> str:
    """What a finding comes to, as its words are named."""
    if finding.outcome == "answered":
        return "kept" if finding.ok else "missed"
    return finding.outcome


def amounts(finding: Finding, lang: str) -> str:
    """How many are missing or too many."""
    found = [(name, getattr(finding, name)) for name in ("shortfall", "excess")]
    said = [word(name, lang, count=write_number(count, lang)) for name, count in found if count]
    return f" ({', '.join(said)})" if said else ""
