"""Names as data gives them: of people, units, polling areas. What the eye cannot tell apart must not be two."""

from __future__ import annotations

from attrs import frozen

from .screen import unseen
from .text import nfc


@frozen
class Unclear:
    """What is wrong with a name: its first *character* that nobody sees or that looks like another, and the name as it was *meant*."""

    character: str
    meant: str


def unclear(name: str) -> Unclear | None:
    """What makes *name* look like one that it is not; None for a name that is what it looks like.

    Typographic quotes and dashes are none of that: all writings of those are one (`fold_key`).
    """
    written = nfc(name)
    edits = unseen(written)
    if not edits:
        return None
    meant, done = [], 0
    for start, end, new in edits:
        meant += [written[done:start], new]
        done = end
    start, end, new = edits[0]
    wrong = next((char for char, right in zip(written[start:end], new, strict=False) if char != right), written[start])
    return Unclear(wrong, " ".join("".join((*meant, written[done:])).split()))
