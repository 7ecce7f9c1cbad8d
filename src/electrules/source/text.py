"""Text as the language reads it: one normal form with a map back, one case, one place for tone marks.

Everything that comes in is NFC-normalised at the door; offsets speak of the NFC text and `Shifts` leads back to the
text as it stands. Folding never changes a length, so offsets hold in the folded copy too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from ..limits import MARKS, NAME_LENGTH

_STABLE = "\x00-\u02ff\u1e00-\u1eff\u2010-\u205e"  # no character here changes under NFC, joins the one before it, or is a mark
_PIECE = re.compile(f"[{_STABLE}]?[^{_STABLE}]+")


# -------------------------------------------------------------- normal form


@frozen
class Shifts:
    """How offsets in a rewritten text lead back to the text it was made from.

    Invariant: *at* rises; from `at[i]` on, offset `n` of the new text is `back[i] + (n - at[i])` of the old, as long
    as that does not pass `back[i + 1]`.
    """

    at: tuple[int, ...] = (0,)
    back: tuple[int, ...] = (0,)

    def origin(self, offset: int) -> int:
        """The offset in the old text of what stands at *offset* in the new."""
        index = bisect_right(self.at, offset) - 1
        here = self.back[index] + offset - self.at[index]
        return min(here, self.back[index + 1]) if index + 1 < len(self.back) else here


def normalised(text: str) -> tuple[str, Shifts]:
    """*text* in NFC, with the way back; a run of marks longer than any language has stays as it is."""
    if text.isascii() or _PIECE.search(text) is None:
        return text, Shifts()
    edits: list[tuple[int, int, str]] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if len(piece) > MARKS and _long_run(piece):
            continue
        if unicodedata.normalize("NFC", piece) != piece:
            edits.extend(_groups(piece, match.start()))
    return rewritten(text, edits)


def rewritten(text: str, edits: Iterable[tuple[int, int, str]]) -> tuple[str, Shifts]:
    """*text* with each (start, end, replacement) of *edits*, in order, and the way back."""
    parts: list[str] = []
    at, back = [0], [0]
    done = size = 0
    for start, end, new in edits:
        parts += text[done:start], new
        size += start - done + len(new)
        done = end
        at += size - len(new), size
        back += start, end
    if not parts:
        return text, Shifts()
    parts.append(text[done:])
    return "".join(parts), Shifts(tuple(at), tuple(back))


def nfc(text: str) -> str:
    """*text* in NFC."""
    return normalised(text)[0]


def _groups(piece: str, offset: int) -> Iterable[tuple[int, int, str]]:
    """The letters with their marks of *piece* that NFC changes, as edits of the text in which it stands at *offset*."""
    start = 0
    for index in range(1, len(piece) + 1):
        if index < len(piece) and _joins(piece[start:index], piece[index]):
            continue
        group = piece[start:index]
        new = unicodedata.normalize("NFC", group)
        if new != group:
            yield offset + start, offset + index, new
        start = index


def _joins(before: str, char: str) -> bool:
    if unicodedata.combining(char):
        return True
    if char < "\u0300":
        return False
    normalize = unicodedata.normalize
    return normalize("NFC", before + char) != normalize("NFC", before) + normalize("NFC", char)


def _long_run(piece: str) -> bool:
    run = 0
    for char in piece:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > MARKS:
            return True
    return False


# ------------------------------------------------------------------ folding

_TONES = {
    old + tone: first + new
    for old, plain, toned, new in (
        ("o", "àáảãạ", "òóỏõọ", "a"),
        ("o", "èéẻẽẹ", "òóỏõọ", "e"),
        ("u", "ỳýỷỹỵ", "ùúủũụ", "y"),
    )
    for tone, first in zip(plain, toned, strict=True)
}
_MISPLACED = re.compile(f"(?<!q)(?:{'|'.join(_TONES)})(?![^\\W\\d_])")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def folded(text: str) -> str:
    """NFC *text* in lower case, tones on the first vowel (hoà → hòa, uỷ → ủy; quý and toàn stay), one kind of space.

    Invariant: the length stays, so offsets into *text* hold.
    """
    low = text.lower()
    if len(low) != len(text):  # İ alone becomes two characters
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if low.isascii():
        return low
    low = _SPACES.sub(" ", low)
    if not any(pair in low for pair in _TONES):
        return low
    return _MISPLACED.sub(lambda match: _TONES[match.group()], low)


_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "−": "-", "‐": "-", "‑": "-"})


def fold_key(text: str) -> str:
    """What two writings of one name share: normal form, case, tone placement, spaces, Word's quotes and dashes."""
    if not text.isascii():
        text = nfc(text).translate(_TYPOGRAPHY)
    return " ".join(folded(text).split())


# ------------------------------------------------- likeness, never identity


@lru_cache(maxsize=65_536)
def plain_key(text: str) -> str:
    """*text* without case and accents: for suggestions and search only, since quận, quân and quan collide."""
    low = fold_key(text)
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFD", low.replace("đ", "d")) if not unicodedata.combining(char))


LIKE = (0.6, 0.7)
"""How alike two names are, of 1, of which one may be a slip for the other: short ones (below `SHORT` letters), and longer ones."""

SHORT = 9


def nearest(name: str, candidates: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """At most *n* of *candidates* that *name* may be a slip for, the likeliest first."""
    from difflib import SequenceMatcher

    if len(name) > NAME_LENGTH:
        return ()
    wanted, exact = plain_key(name), fold_key(name)
    plain = SequenceMatcher(b=wanted, autojunk=False)
    accented = SequenceMatcher(b=exact, autojunk=False)
    like = LIKE[len(wanted) >= SHORT]
    found = []
    for rank, candidate in enumerate(dict.fromkeys(candidates)):
        other = plain_key(candidate)
        if min(len(other), len(wanted)) < LIKE[0] * max(len(other), len(wanted)):
            continue
        plain.set_seq1(other)
        if plain.real_quick_ratio() < like or plain.quick_ratio() < like:
            continue
        ratio = plain.ratio()
        if ratio >= like:
            accented.set_seq1(fold_key(candidate))
            found.append((-ratio, -accented.ratio(), rank, candidate))
    return tuple(candidate for *_, candidate in sorted(found)[:n])


def inside(name: str) -> str:
    """*name* as it stands inside a sentence; what is no ordinary word, as an abbreviation, stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
