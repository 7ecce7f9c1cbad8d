"""Text into tokens: numbers, places, and the longest declared name or keyword.

Terms are one token, so the grammar never depends on the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .. import limits
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.unread import said_of
from ..source.span import Span
from ..values.number import SCALES, read_number
from ..values.time import read_day
from ..values.unread import Unread
from .leaves import KINDS
from .places import read_instrument, read_places
from .table import MARKS
from .token import Lexeme, Token, lexemes
from .words import words_of
from .written import Word

if TYPE_CHECKING:
    from .lexicon import Lexicon, Trie


class Unknown(NamedTuple):
    """Words that nobody declared: the last lexeme, the stretch, the statement of the block, and how many tokens stand before."""

    last: int
    start: int
    end: int
    statement: int
    at: int


PROSE = 2
"""Runs of unknown words in one statement, beyond which it is no misspelt rule but prose."""


class Lexer:
    """Scratch state of lexing one block; never leaves this package."""

    def __init__(self, path: str, text: str, folded: str, surface: str, lexicon: Lexicon) -> None:
        self.path = path
        self.text = text
        self.folded = folded
        self.surface = surface
        self.lexicon = lexicon
        self.trie: Trie = lexicon.trie(surface)
        self.units: Trie = lexicon.units_trie(surface)
        self.noise = lexicon.noise(surface)
        self.document = words_of(surface).words["instrument"].split()
        self.between = lexicon.between_terminals(surface)
        self.counting = lexicon.counting_terminals(surface)
        self.diagnostics: list[Diagnostic] = []
        self.unknown: tuple[Unknown, ...] = ()

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, start, end)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of one block, the diagnostics and the unknown words beside them."""
        self.end = end
        self.quoted = self.worded = False
        self.counted = self.stops = self.opened = 0
        unknown: list[Unknown] = []
        lexed: list[Token] = []
        pieces = lexemes(self.folded, start, end)
        index, after_number = 0, False
        while index < len(pieces):
            if len(self.diagnostics) >= limits.SAID or len(lexed) > limits.TOKENS:
                break  # no rules: what follows changes nothing
            piece = pieces[index]
            if piece.kind == "word":
                step = self._word(pieces, index, lexed, after_number)
                if step == 0:
                    self._count(lexed)
                    unknown.append(Unknown(index, piece.start, piece.end, self.stops, len(lexed)))
                    index += 1
                elif step < 0:
                    index -= step
                else:
                    index += step
                    kind = lexed[-1].type
                    after_number = kind in self.counting or (after_number and kind in self.between)
            else:
                index = self._other(pieces, index, lexed)
                after_number = piece.kind == "number" and lexed[-1].type == "NUMBER"
        self.unknown = tuple(_runs(unknown))
        return lexed

    def _other(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        """Reads what is no word; the index of the lexeme after it."""
        piece = pieces[index]
        match piece.kind:
            case "mark":
                return self._mark(pieces, index, lexed)
            case "quote":
                return self._quote(pieces, index, lexed)
            case "number":
                step = self._numbered_letter(pieces, index, lexed) or self._name(pieces, index, lexed)
                if step:
                    return index + step
                self._number(lexed, piece)
            case "instrument":
                return index + self._instrument(pieces, index, lexed)
            case "day" | "iso":
                self._day(lexed, piece)
            case "clock":
                self._clock(lexed, piece)
            case "share":
                self._share(lexed, piece)
            case "end":
                pass
            case _:
                self._bad(piece)
        return index + 1

    def _mark(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        piece = pieces[index]
        if piece.text == "%":
            self._percent(lexed, piece)
        elif piece.text in MARKS:
            lexed.append(Token(MARKS[piece.text], piece.text, self.span(piece.start, piece.end)))
            if piece.text == ":" and self._frees(lexed[:-1]):
                return self._free(pieces, index, lexed)
        else:
            self._bad(piece)
        return index + 1

    def _frees(self, before: list[Token]) -> bool:
        """Whether free text stands after a colon with these tokens before it: a keyword of notes, perhaps with a name."""
        named = len(before) > 1 and before[-1].type == "STRING"
        return bool(before) and before[-2 if named else -1].type in self.lexicon.free_terminals(self.surface)

    def _instrument(self, pieces: list[Lexeme], index: int, lexed: list[Token], before: int = 0) -> int:
        """Reads the whole instrument that is named at *index*, *before* lexemes after the word for one; how many it took, or 0."""
        named, length = read_instrument(self, pieces, index)
        if named is not None:
            lexed.append(Token("NUMBERED", (named,), self.span(pieces[index - before].start, named.span.end)))
        return length

    def authority(self, pieces: Sequence[Lexeme], index: int) -> tuple[Word | None, int]:
        """The authority whose name stands at *index*, and how many lexemes that takes."""
        length, (terminal, id) = _longest(self.trie, pieces, index)
        if terminal not in ("AUTHORITY", "BODY"):
            return None, 0
        return Word(KINDS[terminal], id, span=self.span(pieces[index].start, pieces[index + length - 1].end)), length

    # ------------------------------------------------------------- words

    def _word(self, pieces: list[Lexeme], index: int, lexed: list[Token], after_number: bool) -> int:
        """How many lexemes a token took; 0: unknown word; negative: words without meaning."""
        piece = pieces[index]
        if piece.text in self.lexicon.place_words(self.surface):
            read = read_places(self, pieces, index)
            if read[1] and read[1] >= _longest(self.trie, pieces, index)[0]:  # "điểm bỏ phiếu" may be a name, and no point
                last = pieces[index + read[1] - 1]
                lexed.append(Token("ONEPLACE" if len(read[0]) == 1 else "PLACES", read[0], self.span(piece.start, last.end)))
                return read[1]
        named = lexed and self._named_instrument(pieces, index, lexed)
        if named:
            return named
        if len(piece.text) == 1 and self._is_letter(pieces, index, lexed):
            lexed.append(Token("LETTER", piece.text, self.span(piece.start, pieces[index + 1].end)))
            return 2
        if after_number:
            length, payload = _longest(self.units, pieces, index)
            other, meant = _longest(self.trie, pieces, index)
            if length and (length >= other or not meant[0].startswith("K_")):  # after a number a word is the unit
                lexed.append(Token("UNIT", payload[1], self.span(piece.start, pieces[index + length - 1].end)))
                return length
            if other < 2 and lexed[-1].type == "NUMBER" and piece.text in SCALES[self.surface]:  # "1,5 triệu"
                number = lexed.pop()
                lexed.append(Token("NUMBER", number.value * SCALES[self.surface][piece.text], self.span(number.span.start, piece.end)))  # type: ignore[operator]
                return -1
        step = self._name(pieces, index, lexed)
        if step:
            return step
        if piece.text in self.noise:
            return -1
        return 0

    def _named_instrument(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        """How many lexemes an instrument took that is named by its title: văn bản "…"."""
        before = self.document
        if pieces[index].text != before[0] or [each.text for each in pieces[index : index + len(before)]] != before:
            return 0
        after = index + len(before)
        if after >= len(pieces) or pieces[after].kind != "quote":
            return 0
        length = self._instrument(pieces, after, lexed, len(before))
        return length and length + len(before)

    def _name(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        length, payload = _longest(self.trie, pieces, index)
        if lexed and lexed[-1].type.startswith("K_"):  # "tổng số" and "số cử tri" say "số" once: "tổng số cử tri"
            shared, named = _longest(self.trie, pieces, index - 1)
            if named[0] == "TERM" and (shared - 1 > length or (shared - 1 == length and payload[0] != "TERM")):
                length, payload = shared - 1, named
        if length:
            lexed.append(Token(payload[0], payload[1], self.span(pieces[index].start, pieces[index + length - 1].end)))
        return length

    def _is_letter(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> bool:
        """Whether "a)" is the letter of a point: its parenthesis closes nothing."""
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if after is None or after.text != ")" or after.start != pieces[index].end:
            return False
        self._count(lexed)
        return self.opened == 0

    def _count(self, lexed: list[Token]) -> None:
        """Brings the statements and open parentheses of *lexed* up to date: each token is counted once."""
        for place in range(self.counted, len(lexed)):
            kind = lexed[place].type
            self.stops += kind == "STOP"
            self.opened += (kind == "OPEN") - (kind == "CLOSE")
        self.counted = len(lexed)

    def _numbered_letter(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        if pieces[index].text.isdigit() and self._is_letter(pieces, index, lexed):
            lexed.append(Token("LETTER", pieces[index].text, self.span(pieces[index].start, pieces[index + 1].end)))
            return 2
        return 0

    # ----------------------------------------------------- numbers and days

    def _number(self, lexed: list[Token], piece: Lexeme) -> None:
        here = self.span(piece.start, piece.end)
        read = _number(self.text[piece.start : piece.end], self.surface)
        if isinstance(read, Unread) and _HOUR.fullmatch(piece.text):
            self._clock(lexed, piece)
            return
        if isinstance(read, Unread):
            self.diagnostics.append(said_of(read, self.text[piece.start : piece.end], here))
            read = 0
        lexed.append(Token("NUMBER", Fraction(read), here))

    def _share(self, lexed: list[Token], piece: Lexeme) -> None:
        above, _, below = piece.text.partition("/")
        if len(piece.text) > limits.NUMBER_DIGITS or int(below) == 0:
            self._bad(piece)
        else:
            lexed.append(Token("SHARE", Fraction(int(above), int(below)), self.span(piece.start, piece.end)))

    def _percent(self, lexed: list[Token], piece: Lexeme) -> None:
        if lexed and lexed[-1].type == "NUMBER":
            number = lexed.pop()
            lexed.append(Token("PERCENT", number.value / 100, self.span(number.span.start, piece.end)))  # type: ignore[operator]
        else:
            self._bad(piece)

    def _day(self, lexed: list[Token], piece: Lexeme) -> None:
        here = self.span(piece.start, piece.end)
        read = read_day(self.text[piece.start : piece.end], self.surface)
        if isinstance(read, Unread):
            self.diagnostics.append(said_of(read, self.text[piece.start : piece.end], here))
            read = limits.FIRST_DAY
        lexed.append(Token("DAY", read, here))

    def _clock(self, lexed: list[Token], piece: Lexeme) -> None:
        here = self.span(piece.start, piece.end)
        hour, minute, second = (int(each) for each in (*filter(None, re.split("[:hg]", piece.text)), "0", "0")[:3])
        fits = hour < 24 and minute < 60 and second == 0
        if not fits or not _CLOCK.fullmatch(piece.text):
            meant = f"{hour:02}:{minute:02}" if fits else None
            case = "midnight" if (hour, minute, second) == (24, 0, 0) else "seconds" if second else ""
            shown = self.text[piece.start : piece.end]
            self.diagnostics.append(diagnose("ER0307", here, text=shown, expected=(meant,) if meant else (), suggestion=meant, case=case))
        lexed.append(Token("CLOCK", time(hour, minute) if fits else time(), here))

    # ------------------------------------------------------ quotes, free text

    def _quote(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        piece = pieces[index]
        here = self.span(piece.start, piece.end)
        close = next((each for each in range(index + 1, len(pieces)) if pieces[each].kind == "quote"), None)
        if self.worded or (close is not None and lexed and lexed[-1].type in self.lexicon.wording_terminals(self.surface)):
            lexed.append(Token("QUOTE", '"', here))
            self.worded = not self.worded
            return index + 1
        if self.quoted:
            lexed.append(Token("CLOSING", '"', here))
            after = pieces[index + 1].text if index + 1 < len(pieces) else ""
            if after != ".":  # the quoted text ends with its own full stop
                lexed.append(Token("STOP", ".", here))
            self.quoted = False
            return index + 1
        if len(lexed) > 1 and lexed[-1].type == "COLON" and lexed[-2].type in self.lexicon.quoting_terminals(self.surface):
            lexed.append(Token("OPENING", '"', here))
            self.quoted = True
            return index + 1
        if close is None:
            self.diagnostics.append(diagnose("ER0306", here))
            return len(pieces)
        lexed.append(Token("STRING", self.text[piece.end : pieces[close].start], self.span(piece.start, pieces[close].end)))
        return close + 1

    def _free(self, pieces: list[Lexeme], index: int, lexed: list[Token]) -> int:
        """Free text up to a semicolon, or a full stop before white space; the index of the lexeme after it."""
        start = pieces[index].end
        going_on = self.lexicon.after_free(self.surface)
        stop = next(  # "50.000 dân" goes on, and so does a note after a semicolon that begins no further part
            (each for each in _FREE_END.finditer(self.text, start, self.end) if each[0] != ";" or going_on.match(self.folded, each.end())), None
        )
        at = stop.start() if stop else self.end
        words = " ".join(self.text[start:at].split())
        if words:
            whole = self.text[start:at]
            lexed.append(Token("FREE", words, self.span(at - len(whole.lstrip()), start + len(whole.rstrip()))))
        index += 1
        while index < len(pieces) and pieces[index].start < at:
            index += 1
        return index

    def _bad(self, piece: Lexeme) -> None:
        self.diagnostics.append(diagnose("ER0301", self.span(piece.start, piece.end), found=piece.text, expected=()))


_number = lru_cache(maxsize=4096)(read_number)  # a law repeats few numbers

_CLOCK = re.compile("[0-9]{1,2}:[0-9]{2}")
_HOUR = re.compile("[0-9]{1,2}[hg]")
_FREE_END = re.compile(r"[;#]|\.(?=\s|$|[\"”])|\n\s*\n")


def _runs(unknown: list[Unknown]) -> Iterator[Unknown]:
    """Unknown words side by side are one cause; many in one statement are prose, said once."""
    runs: list[Unknown] = []
    for each in unknown:
        if runs and runs[-1].last + 1 == each.last:
            runs[-1] = runs[-1]._replace(last=each.last, end=each.end)
        else:
            runs.append(each)
    for _, in_statement in groupby(runs, key=lambda run: run.statement):
        here = list(in_statement)
        yield from here if len(here) <= PROSE else here[:1]


def _longest(trie: Trie, pieces: Sequence[Lexeme], index: int) -> tuple[int, tuple[str, str]]:
    """How many lexemes the longest phrase takes, and what it means."""
    node = trie
    length, payload = 0, ("", "")
    at = index
    count = len(pieces)
    while at < count:
        below = node.get(pieces[at].text)
        if below is None:
            break
        node = below  # type: ignore[assignment]
        at += 1
        ended = node.get("")
        if ended is not None:
            length, payload = at - index, ended  # type: ignore[assignment]
    return length, payload
