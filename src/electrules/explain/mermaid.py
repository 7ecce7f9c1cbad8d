"""A proof as a Mermaid flowchart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer import head, outcome_text
from .outline import outline
from .svg import BOXES, under, wrapped
from .words import word

if TYPE_CHECKING:
    from ..evaluate.answer import Answer

LETTERS = 48
"""Letters of one line of a label."""


def mermaid(answer: Answer, lang: str) -> str:
    """The text of a flowchart: each step a box, with what supports it below."""
    lines = ["flowchart TD", f'  n0["{label(f"{head(answer, lang)}: {outcome_text(answer, lang)}")}"]']
    parents = [0]
    steps = under(outline(answer.proof, lang))
    for number, (depth, step) in enumerate(steps[:BOXES], 1):
        parents[depth + 1 :] = [number]
        lines += [f'  n{number}["{label(step.line)}"]', f"  n{parents[depth]} --> n{number}"]
    if len(steps) > BOXES:
        lines += [f'  n{BOXES + 1}["{label(word("more", lang, count=len(steps) - BOXES))}"]', f"  n0 --> n{BOXES + 1}"]
    return "\n".join(lines) + "\n"


def label(text: str) -> str:
    """*text* as a label that Mermaid takes for nothing else: what is no letter, digit or plain mark is written by its number."""
    return "<br/>".join("".join(plain(char) for char in line) for line in wrapped(text, LETTERS))


def plain(char: str) -> str:
    """One character, by its number where Mermaid could read it as its own."""
    return char if char.isalnum() or char in " .,:;()/+−×=%–-…✓✗?" else f"#{ord(char)};"
