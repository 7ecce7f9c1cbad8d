"""What no rule file may hold: invisible and look-alike characters, marks out of order, a word processor's marks.

Screening reads the NFC text and says everything at once, each cause once, however often it stands there. It also
knows the text as it was meant, so that what is read from it afterwards does not repeat the complaint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from attrs import frozen

from ..limits import PLACES
from .text import nfc

_ALIKE = dict(
    zip(
        "ÐƉǍ" "ðɖǎ" "аеорсухіјѕһԁԛԝвкмнтАВЕКМНОРСТУХІЈЅԚԜ" "οανυικρτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" "ıȷɑɡſ",
        "ĐĐĂ" "đđă" "aeopcyxijshdqwbkmhtABEKMHOPCTYXIJSQW" "oavuikptxABEZHIKMNOPTYX" "ijags",
        strict=True,
    )
)  # fmt: skip
_MARKS = {char: meant for chars, meant in (("“”„‟«»″", '"'), ("‘’‚‛′´", "'"), ("‐‑‒–—―−", "-")) for char in chars}

_SUSPECT = re.compile("[^\t\n\r -~\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_ODD = re.compile("[^\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff]")
_MARKED = re.compile("[^\u0300-\u036f\n\r]?[\u0300-\u036f]+")
_TYPED = re.compile(f"[{''.join(_MARKS)}]|[\uff01-\uff5e]+|(?:(?![0-9])\\d)+")
_QUIET = re.compile(r'#[^\n\r]*|^[ \t]*\|[^\n\r]*|(:\s*)?"[^"]{0,600}"', re.MULTILINE)
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORDS = 50  # with look-alike letters that are told apart; the rest count as one cause
_AROUND = 150  # of a line or word that is quoted, on either side of what is wrong in it


_Saying: TypeAlias = tuple[str | None, dict[str, str]]  # what to write instead, and what fills the slots of the page


@frozen
class Blemish:
    """One cause: *code*, the stretches of the NFC text where it stands, what to write instead (None: not known), and the edits that do so."""

    code: str
    spans: tuple[tuple[int, int], ...]
    suggestion: str | None
    data: tuple[tuple[str, str], ...]
    edits: tuple[tuple[int, int, str], ...]


@frozen
class _Found:
    """One place of a *cause*, with what stands there if put right, and what to say if it is the first place."""

    code: str
    cause: str
    span: tuple[int, int]
    edit: tuple[int, int, str]
    say: Callable[[], _Saying]


def screened(text: str) -> tuple[Blemish, ...]:
    """All that is wrong with the characters of NFC *text*, by first place."""
    if _SUSPECT.search(text) is None:
        return ()
    comments, quotes = _quiet(text)
    causes: dict[tuple[str, str], list[_Found]] = {}
    for found in (*_hidden(text), *_alike(text, comments), *_misordered(text, comments), *_typed(text, comments, quotes)):
        causes.setdefault((found.code, found.cause), []).append(found)
    return tuple(sorted(map(_blemish, causes.values()), key=lambda each: each.spans[0]))


def unseen(name: str) -> tuple[tuple[int, int, str], ...]:
    """The edits that make a *name*, in NFC, what it looks like: of invisible characters, letters that look like others, wide forms."""
    if (name.isascii() and name.isprintable()) or _SUSPECT.search(name) is None:
        return ()
    found = [each.edit for each in (*_hidden(name), *_misordered(name, []))]
    found += [each.edit for each in _typed(name, [], []) if each.cause == "wide"]
    found += [edit for each in _alike(name, []) if _latin_throughout((edit := each.edit)[2])]
    edits, done = [], 0
    for edit in sorted(found):
        if edit[0] >= done:
            edits.append(edit)
            done = edit[1]
    return tuple(edits)


def _latin_throughout(word: str) -> bool:
    """Whether a word put right is Latin; one that is not is seen to be foreign."""
    return all(_latin(char) or not char.isalpha() for char in word)


def code_point(char: str) -> str:
    """How a character is named that may have no shape: U+202E."""
    return f"U+{ord(char):04X}"


def _blemish(founds: list[_Found]) -> Blemish:
    suggestion, data = founds[0].say()
    spans = tuple(found.span for found in founds[: PLACES + 1])
    return Blemish(founds[0].code, spans, suggestion, tuple(data.items()), tuple(found.edit for found in founds))


def _say(suggestion: str | None, data: dict[str, str]) -> _Saying:
    return suggestion, data


# --------------------------------------------------------------- four causes


def _hidden(text: str) -> Iterator[_Found]:
    for match in _ODD.finditer(text):
        char, (start, end) = match.group(), match.span()
        kind = unicodedata.category(char)
        if kind not in _HIDDEN and not "\ufe00" <= char <= "\ufe0f" and not "\U000e0100" <= char <= "\U000e01ef":
            continue
        cause = kind if kind in ("Co", "Cn", "Cs") else char
        new = "\n" if char in "\u2028\u2029\x85\x0b\x0c" else ""
        yield _Found("ER0102", cause, (start, end), (start, end, new), partial(_say_hidden, text, char, kind, start))


def _say_hidden(text: str, char: str, kind: str, offset: int) -> _Saying:
    name = unicodedata.name(char, {"Cc": "CONTROL", "Cs": "SURROGATE", "Co": "PRIVATE USE"}.get(kind, "UNASSIGNED"))
    before, after = text[max(0, offset - _AROUND) : offset], text[offset + 1 : offset + _AROUND]
    line = re.split("[\n\r]", before)[-1] + re.split("[\n\r]", after)[0]
    clean = "".join(each for each in line if unicodedata.category(each) not in _HIDDEN).strip()
    return clean or None, {"codepoint": code_point(char), "name": name}


def _alike(text: str, comments: list[tuple[int, int]]) -> Iterator[_Found]:
    outside, words, done = _outside(comments), set[str](), 0
    for match in _SUSPECT.finditer(text):
        char, at = match.group(), match.start()
        if at < done or not char.isalpha() or "\uff00" <= char <= "\uffef" or (char not in _ALIKE and _latin(char)) or not outside(at):
            continue
        start, done = _word(text, at, at + 1)
        word = text[start:done]
        if len(words) < _WORDS:
            words.add(word)
        meant = "".join(_ALIKE.get(each, each) for each in word)
        cause = word if word in words else ""
        yield _Found("ER0103", cause, (start, done), (start, done, meant), partial(_say_letter, char, word, meant))


def _say_letter(char: str, word: str, meant: str) -> _Saying:
    data = {"letter": char, "codepoint": code_point(char), "word": word}
    return (meant, data | {"meant": _ALIKE[char]}) if char in _ALIKE else (None, data | {"case": "foreign"})


def _latin(char: str) -> bool:
    return char < "\u0250" or unicodedata.name(char, "").startswith("LATIN")


def _misordered(text: str, comments: list[tuple[int, int]]) -> Iterator[_Found]:
    outside = _outside(comments)
    for match in _MARKED.finditer(text):
        start, end = match.span()
        if not outside(start):
            continue
        group = match.group()
        left, right = _word(text, start, end)
        fixed = _reordered(group)
        if fixed is None:
            bare = "".join(char for char in group if not "\u0300" <= char <= "\u036f")
            data = {"word": text[left:right], "case": "stray", "codepoint": code_point(group[-1])}
            yield _Found("ER0104", group[-1], (left, right), (start, end, bare), partial(_say, None, data))
        else:
            whole, data = text[left:start] + fixed + text[end:right], {"word": text[left:right]}
            yield _Found("ER0104", "", (left, right), (start, end, fixed), partial(_say, whole, data))


def _reordered(group: str) -> str | None:
    """The one letter that *group* becomes with its tone put last; None where there is no such letter."""
    if len(group) > 6 or unicodedata.combining(group[0]):
        return None
    apart = unicodedata.normalize("NFD", group)
    letter = nfc(apart[0] + "".join(sorted(apart[1:], key=lambda mark: mark in _TONES)))
    return letter if len(letter) == 1 else None


def _typed(text: str, comments: list[tuple[int, int]], quotes: list[tuple[int, int]]) -> Iterator[_Found]:
    commentless, unquoted = _outside(comments), _outside(quotes)
    for match in _TYPED.finditer(text):
        typed, (start, end) = match.group(), match.span()
        if not commentless(start) or not unquoted(start):
            continue
        meant = _MARKS.get(typed) or "".join(map(_plain, typed))
        cause = _MARKS.get(typed, "wide")
        data = {"character": typed, "codepoint": code_point(typed[0]), "replacement": meant}
        yield _Found("ER0108", cause, (start, end), (start, end, meant), partial(_say, meant, data))


def _plain(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else unicodedata.normalize("NFKC", char)


# ------------------------------------------------------------------- places


def _quiet(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where typography is free: comments; and restatements and words in straight quotes (but not rules quoted after a colon)."""
    comments, quotes = [], []
    for match in _QUIET.finditer(text):
        if match.group().startswith("#"):
            comments.append(match.span())
        elif match.group(1) is None:
            quotes.append(match.span())
    return comments, quotes


def _outside(stretches: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether an offset lies outside *stretches*, asked for rising offsets."""
    rest = iter(stretches)
    here = next(rest, None)

    def outside(offset: int) -> bool:
        nonlocal here
        while here is not None and here[1] <= offset:
            here = next(rest, None)
        return here is None or offset < here[0]

    return outside


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the word around *start* to *end*."""
    least, most = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while start > least and (text[start - 1].isalnum() or unicodedata.combining(text[start - 1])):
        start -= 1
    while end < most and (text[end].isalnum() or unicodedata.combining(text[end])):
        end += 1
    return start, end
