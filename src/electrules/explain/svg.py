"""A proof as a picture: boxes one under another, joined to what they support; plain SVG that loads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

from attrs import frozen

from .answer import head, outcome_text
from .outline import outline
from .step import Step
from .words import word

if TYPE_CHECKING:
    from ..evaluate.answer import Answer

SIZE, LEADING, PAD, GAP, INDENT, MARGIN = 14, 19, 9, 9, 30, 20
LETTERS = 72
DEEPEST = 12
BOXES = 400
"""Boxes of one picture; the rest are counted."""

NARROW, WIDE = " .,:;'|iljtI()", "mwMW✓✗%@"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

COLOURS = {"✓": ("#eef7ee", "#2e7d32"), "✗": ("#fbefef", "#b3402a"), "?": ("#fff8e1", "#b27b00"), "": ("#f4f6f9", "#5a6b82")}
TITLE = ("#1f3a5f", "#1f3a5f")


@frozen
class Box:
    """A sentence on the page."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    mark: str
    parent: int | None
    is_title: bool = False


def svg(answer: Answer, lang: str) -> str:
    """The picture of an answer's proof, as the text of an SVG file."""
    title = f"{head(answer, lang)}: {outcome_text(answer, lang)}"
    boxes = laid_out(title, outline(answer.proof, lang), lang)
    width = max(box.x + box.width for box in boxes) + MARGIN
    height = boxes[-1].y + boxes[-1].height + MARGIN
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:lang="{lang}" role="img" '
        f'font-family="Noto Sans, DejaVu Sans, Segoe UI, Arial, sans-serif" font-size="{SIZE}">'
    )
    paper = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    shapes = (line for box in boxes for line in drawn(box))
    return "\n".join([start, f"<title>{clean(title)}</title>", paper, *joints(boxes), *shapes, "</svg>", ""])


def laid_out(title: str, top: Step, lang: str) -> list[Box]:
    """A box for each sentence: further right the deeper it stands, below all before it."""
    lines = wrapped(title, LETTERS)
    boxes = [Box(MARGIN, MARGIN, width_of(lines), PAD * 2 + LEADING * len(lines), lines, "", None, is_title=True)]
    parents = [0]
    steps = under(top)
    rows = [(depth, step.line, step.mark) for depth, step in steps[:BOXES]]
    if len(steps) > BOXES:
        rows.append((0, word("more", lang, count=len(steps) - BOXES), ""))
    for depth, text, mark in rows:
        last = boxes[-1]
        lines = wrapped(text, LETTERS)
        place = (MARGIN + INDENT * min(depth + 1, DEEPEST), last.y + last.height + GAP)
        parents[depth + 1 :] = [len(boxes)]
        boxes.append(Box(*place, width_of(lines), PAD * 2 + LEADING * len(lines), lines, mark, parents[depth]))
    return boxes


def under(top: Step) -> list[tuple[int, Step]]:
    """What stands under the title: all steps, without one that would only say the title again."""
    if top.kind == "term":
        return [(depth, step) for each in top.below for depth, step in each.walk()]
    return list(top.walk())


def joints(boxes: list[Box]) -> Iterator[str]:
    """The lines from each box to the one that it supports."""
    for box in boxes:
        if box.parent is None:
            continue
        over = boxes[box.parent]
        x, y = over.x + INDENT // 2, box.y + box.height // 2
        yield f'<path d="M{x} {over.y + over.height}V{y}H{box.x}" fill="none" stroke="#9aa7b8" stroke-width="1.2"/>'


def drawn(box: Box) -> Iterator[str]:
    """A box with its text."""
    fill, edge = TITLE if box.is_title else COLOURS.get(box.mark, COLOURS[""])
    ink, weight = ("#ffffff", "bold") if box.is_title else ("#1c2430", "normal")
    yield f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="5" fill="{fill}" stroke="{edge}"/>'
    for number, line in enumerate(box.lines):
        y = box.y + PAD + SIZE + LEADING * number
        yield f'<text x="{box.x + PAD + 3}" y="{y}" fill="{ink}" font-weight="{weight}" xml:space="preserve">{clean(line)}</text>'


def width_of(lines: tuple[str, ...]) -> int:
    """How wide a box must be for its lines, in any usual font."""
    return ceil(max(map(length, lines), default=0)) + 2 * PAD + 8


def length(text: str) -> float:
    """About how wide a line is, rather too wide than too narrow."""
    return sum(SIZE * advance(char) for char in text)


def advance(char: str) -> float:
    """About how wide one character is, in letters of the font's size."""
    if east_asian_width(char) in "WF":
        return 1.05
    return 0.38 if char in NARROW else 0.92 if char in WIDE else 0.66


def wrapped(text: str, letters: int) -> tuple[str, ...]:
    """*text* in lines of at most *letters*; a longer word is cut."""
    lines = [""]
    for piece in text.split():
        for start in range(0, len(piece), letters):
            part = piece[start : start + letters]
            if lines[-1] and len(lines[-1]) + 1 + len(part) > letters:
                lines.append(part)
            else:
                lines[-1] = f"{lines[-1]} {part}" if lines[-1] else part
    return tuple(lines)


def clean(text: str) -> str:
    """*text* as XML takes it: escaped, without characters that XML forbids."""
    return escape(FORBIDDEN.sub("", text), {'"': "&quot;"})
