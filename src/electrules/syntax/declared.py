"""Reading the declarations of a vocabulary block, each by itself: what was written, not yet what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import evolve, field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.passed import Passed
from ..diagnostics.unread import said_of
from ..limits import MENDED, NAME_LENGTH
from ..source.file import SourceFile
from ..source.span import Span
from ..source.text import fold_key, nearest
from ..source.text import folded as fold
from ..tree.types import Member
from ..values.number import read_scaled, write_number
from ..values.time import DAY_FORM, read_day
from ..values.unread import Unread
from .words import words_of

_Pair = tuple[tuple[str, ...], tuple[str, ...]]


@frozen
class Declared:
    """One declaration as it was written: what the formatter prints, and what the lexicon takes."""

    names: _Pair
    form: str  # the key of the type in grammars/declarations.toml
    conclusion: bool = False
    least: Fraction | None = None
    most: Fraction | None = None
    about: str = field(default="", eq=False)  # the name after "như", "quyết định về", in whichever language
    fields: tuple[str, ...] = field(default=(), eq=False)
    members: tuple[Member, ...] = ()
    unit: _Pair | None = None
    asks: tuple[str, str] = ("", "")
    says: tuple[str, str] = ("", "")
    otherwise: tuple[str, str] = ("", "")
    unsure: tuple[str, str] = ("", "")
    presumed: tuple[str, str] = ("", "")
    rank: int = 0
    binding: tuple[str, tuple[str, ...]] | None = field(default=None, eq=False)
    among: str = field(default="", eq=False)  # the name of the count of which this counts a part, in whichever language
    whose: tuple[str, str, str] | None = field(default=None, eq=False)  # of that count those: a field, the key of a word, a value
    span: Span = field(eq=False, kw_only=True)


@frozen
class _Piece:
    """A piece between separators: the separator before it, its text, and where it stands."""

    separator: str
    text: str
    folded: str
    span: Span


_QUOTES = re.compile(r"[\"“”]")
_SEPARATOR = re.compile(r'"[^"]*"|“[^”]*”|[;|]|,(?![0-9])')
_COMMENT = re.compile(r'"[^"\r\n]*"|“[^”\r\n]*”|\#[^\r\n]*')
_NAMED = re.compile(r'"[^"]*"|“[^”]*”|[:|,]')
_FORMS = (
    "yes_no",
    "whole",
    "number",
    "day",
    "day_asked",
    "clock",
    "event",
    "timed_event",
    "text",
    "one_of",
    "as",
    "decision_on",
    "actual_day",
    "list_of",
    "authority",
    "actor",
    "body",
)
_ATTRIBUTES = ("unit", "asks", "otherwise", "unsure", "presumed", "says", "binding", "among", "since", "until", "rank")
_SPOKEN = ("asks", "says", "otherwise", "unsure", "presumed")
_NAMING = ("rank", "since", "until", "among", "binding")
"""Attributes that no quotation follows: a name may begin with the same words."""
_TERMS = ("yes_no", "whole", "number", "day", "day_asked", "clock", "event", "timed_event", "text", "one_of", "as", "decision_on", "actual_day")
_CONCLUDED = ("yes_no", "whole", "number", "day", "clock", "text", "one_of", "as", "list_of")
_BELONGS = {
    "unit": ("whole", "number"),
    "asks": (*_TERMS, "list_of"),
    "says": ("yes_no", "whole", "number", "day", "clock", "text", "one_of", "as", "event", "timed_event"),
    "otherwise": ("yes_no", "whole", "number", "day", "clock", "text", "one_of", "as", "event", "timed_event"),
    "unsure": _TERMS,
    "presumed": ("yes_no",),
    "binding": ("one_of", "as", "decision_on"),
    "among": ("whole",),
    "rank": ("authority", "actor"),
}
"""The kinds of declaration in which an attribute means something."""
_HEADED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?)\s+[0-9\"“]")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_DATED = re.compile(DAY_FORM)


def read_declarations(file: SourceFile, start: int, end: int) -> Passed[tuple[Declared, ...]]:
    """The declarations of one vocabulary block."""
    found: list[Declared] = []
    said: list[Diagnostic] = []
    code = without_comments(file.text, start, end)
    for first, last in extents(file, start, end):
        if not code[first:last].strip():
            continue
        reader = _Reader(file, code, first, last, mends=len(said) < MENDED)
        declared = reader.read()
        said += reader.said
        if declared is not None:
            found.append(declared)
    return Passed(tuple(found), tuple(said))


def without_comments(text: str, start: int, end: int) -> str:
    """*text* with blanks for the comments between *start* and *end*, so that every place in it stays; `#` in a quotation is none."""
    blanked = _COMMENT.sub(lambda found: " " * len(found[0]) if found[0].startswith("#") else found[0], text[start:end])
    return text[:start] + blanked + text[end:]


def extents(file: SourceFile, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each declaration of a vocabulary block starts and ends, in characters: each ends with a full stop at the end of a line."""
    at, code = start, without_comments(file.text, start, end)
    for stop in re.finditer(r"\.[ \t]*(?=[\r\n]|\Z)", code[start:end]):
        yield at, start + stop.start()
        at = start + stop.end()
    if code[at:end].strip():
        yield at, end


def begins_attribute(text: str, surface: str) -> str | None:
    """The attribute with whose words *text* begins, in *surface*."""
    words, said = words_of(surface).words, fold(text)
    return next((key for key in _ATTRIBUTES if said == words[key] or said.startswith(words[key] + " ")), None)


class _Reader:
    """Scratch state of reading one declaration."""

    def __init__(self, file: SourceFile, code: str, start: int, end: int, mends: bool = True) -> None:
        self.file = file
        self.code = code
        self.mends = mends
        self.words = words_of(file.surface).words
        self.given: dict[str, Span] = {}
        self.in_both: set[str] = set()
        text = code[start:end]
        offset = start + len(text) - len(text.lstrip())
        self.start, self.end = offset, start + len(text.rstrip())
        self.said: list[Diagnostic] = []

    def pieces(self, start: int) -> Iterator[_Piece]:
        at, separator = start, ""
        for found in _SEPARATOR.finditer(self.code, start, self.end):
            if found[0] in (";", ",", "|"):
                yield self.piece(separator, at, found.start())
                at, separator = found.end(), found[0]
        yield self.piece(separator, at, self.end)

    def piece(self, separator: str, start: int, end: int) -> _Piece:
        text = self.code[start:end]
        shown = " ".join(text.split()).strip('"“”')
        first = start + len(text) - len(text.lstrip())
        return _Piece(separator, shown, fold(shown), Span(self.file.path, first, max(first, start + len(text.rstrip()))))

    def fail(self, span: Span, expected: Iterable[str] = ()) -> None:
        known = tuple(expected)
        slip, meant = _slip(self.file.text[span.start : span.end], known) if self.mends else ("", None)
        here = Span(span.path, span.start, span.start + len(slip)) if meant else span
        found = self.file.text[span.start : span.end]
        self.said.append(diagnose("ER0207", here, found=found[:80], expected=known, suggestion=meant))

    def read(self) -> Declared | None:
        text = self.code[self.start : self.end]
        colon = next((found.start() for found in _NAMED.finditer(text) if found[0] == ":"), -1)
        whole = Span(self.file.path, self.start, self.end)
        if colon < 0:
            self.fail(whole, (":",))
            return None
        quotes = list(_QUOTES.finditer(text))
        if len(quotes) % 2:
            at = self.start + quotes[-1].start()
            self.said.append(diagnose("ER0306", Span(self.file.path, at, at + 1)))
            return None
        heading = self.misspelt_heading(text)
        if heading is not None:
            self.fail(Span(self.file.path, self.start, self.start + heading.end(1)), (self.words["instrument"], self.words["case"]))
            return None
        names = self.names(self.start, self.start + colon, whole)
        if names is None:
            return None
        declared = Declared(names, "", span=whole)
        slot, side = "type", 0
        for piece in self.pieces(self.start + colon + 1):
            if piece.separator == "|":
                if side:  # "nam | nữ | female": a member was lost
                    self.fail(piece.span, (";", ","))
                    return None
                side = 1
            attribute = self.attribute(piece) if piece.separator != "|" else None
            if attribute == slot == "unit" and piece.separator == ",":  # "đơn vị người, đơn vị hành chính": an alias, not a second unit
                attribute = None
            if attribute is not None:
                slot, side = attribute, 0
                declared = self.begin(declared, slot, piece)
            elif slot == "type" and not declared.form:
                declared, slot = self.type(declared, piece)
            elif slot in ("members", "since", "until") and piece.separator == ";" and not self.says_something(piece):
                side = 0
                declared = evolve(declared, members=(*declared.members, Member("", (piece.text,))))
            else:
                declared = self.more(declared, slot, side, piece)
            if self.said:
                return None
        if not declared.form:
            self.fail(whole, self.forms())
            return None
        declared = self.spoken(declared)
        self.misplaced(declared)
        if self.said:
            return None
        # a name that both languages share may be written once
        return evolve(declared, members=tuple(evolve(each, en=()) if each.en == each.vi else each for each in declared.members))

    def misspelt_heading(self, text: str) -> re.Match[str] | None:
        """The words before a number or quotation that look like "văn bản" or "tình huống": no name of one language alone is so."""
        found = _HEADED.match(text)
        near = found and "|" not in text[: text.find(":")] and nearest(found[1], (self.words["instrument"], self.words["case"]), 1)
        return found if near else None

    def names(self, start: int, end: int, whole: Span) -> _Pair | None:
        sides: list[list[str]] = [[]]
        at = start
        for found in _NAMED.finditer(self.code, start, end + 1):
            if found[0] in (":", "|", ","):
                sides[-1].append(self.code[at : found.start()])
                at = found.end()
                sides += [[]] if found[0] == "|" else []
        if len(sides) > 2:
            self.fail(whole, ("|",))
            return None
        split = [tuple(" ".join(name.split()).strip('"“”') for name in side) for side in sides]
        if any(not name or len(name) > NAME_LENGTH for side in split for name in side):
            self.fail(whole)
            return None
        return split[0], split[-1]

    def forms(self) -> tuple[str, ...]:
        return tuple(self.words[key] for key in ("conclusion", *_FORMS))

    def attributes(self) -> tuple[str, ...]:
        return tuple(self.words[key] for key in _ATTRIBUTES)

    def attribute(self, piece: _Piece) -> str | None:
        if self.code[piece.span.start : piece.span.start + 1] in ('"', "“"):  # a name that begins like an attribute stands in quotation marks
            return None
        return begins_attribute(piece.folded, self.file.surface)

    def begin(self, declared: Declared, key: str, piece: _Piece) -> Declared:
        rest = piece.text[len(self.words[key]) :].strip().strip('"“”')
        if key not in ("since", "until"):
            if key in self.given:
                self.said.append(diagnose("ER0209", piece.span, words=self.words[key], places=(self.given[key],)))
                return declared
            self.given[key] = piece.span
        if key == "unit":
            return evolve(declared, unit=((rest,), ()))
        if key in _SPOKEN:
            if _QUOTES.search(rest):  # two quotations with nothing between them
                self.fail(piece.span, ("|",))
            return _spoken(declared, key, (rest, ""))
        if key in ("since", "until") and declared.members:
            day = read_day(rest, self.file.surface)
            if isinstance(day, Unread):
                self.said.append(said_of(day, rest, piece.span))
                return declared
            last = declared.members[-1]
            if getattr(last, key) is not None:
                self.said.append(diagnose("ER0209", piece.span, words=self.words[key], places=()))
                return declared
            dated = evolve(last, since=day) if key == "since" else evolve(last, until=day)
            return evolve(declared, members=(*declared.members[:-1], dated))
        if key == "rank" and rest.isascii() and rest.isdigit() and len(rest) < 4:
            return evolve(declared, rank=int(rest))
        if key == "among" and rest and declared.form == "whole":
            whole, picked, said = rest.partition(f" {self.words['whose']} ")
            whose = self.whose(said) if picked else None
            if whose is not None or not picked:
                return evolve(declared, among=whole, whose=whose)
        if key == "binding":
            term, found, members = rest.partition(f" {self.words['is']} ")
            if found:
                return evolve(declared, binding=(term, tuple(each.strip() for each in members.split(f" {self.words['or']} "))))
        if rest and key in _NAMING:  # "bậc hai" on a list: a name that begins like an attribute
            shown = f'"{piece.text}"'
            self.said.append(
                diagnose("ER0207", piece.span, found=piece.text[:80], word=self.words[key], suggestion=shown, expected=(shown,), case="name")
            )
            return declared
        self.fail(piece.span)
        return declared

    def spoken(self, declared: Declared) -> Declared:
        """*declared* with each text that was said once in the place of the file's language."""
        for key in _SPOKEN:
            first, second = getattr(declared, key)
            if key in self.given and not (first or second):
                self.fail(self.given[key])
            elif self.file.surface == "en" and key in self.given and key not in self.in_both:
                declared = _spoken(declared, key, ("", first))
        return declared

    @property
    def whole(self) -> Span:
        """The whole declaration."""
        return Span(self.file.path, self.start, self.end)

    def misplaced(self, declared: Declared) -> None:
        """Says what stands in a declaration of another kind than those in which it means something."""
        kind = self.words[declared.form]
        for key, span in self.given.items():
            if declared.form not in _BELONGS[key]:
                kinds = tuple(self.words[each] for each in _BELONGS[key])
                self.said.append(diagnose("ER0208", span, words=self.words[key], kind=kind, expected=kinds))
        if "says" in self.given and declared.form in ("day", "clock", "text") and not declared.conclusion:
            self.said.append(diagnose("ER0208", self.given["says"], words=self.words["says"], kind=kind, expected=(self.words["conclusion"],)))
        if declared.conclusion and declared.form not in _CONCLUDED:
            kinds = tuple(self.words[each] for each in _CONCLUDED)
            self.said.append(diagnose("ER0208", self.whole, words=self.words["conclusion"], kind=kind, expected=kinds))
        self.fractional(declared)
        self.listed(declared)

    def fractional(self, declared: Declared) -> None:
        """Says which bounds of a whole number are none."""
        for end in (declared.least, declared.most) if declared.form == "whole" else ():
            if end is not None and end.denominator != 1:
                shown = write_number(end, self.file.surface)
                self.said.append(diagnose("ER0207", self.whole, found=shown, suggestion=self.words["number"], case="whole"))

    def listed(self, declared: Declared) -> None:
        """Says which members of a list end before they begin, and the first that is there twice."""
        seen: set[tuple[int, str]] = set()
        for member in declared.members:
            if member.since is not None and member.until is not None and member.since >= member.until:
                self.said.append(diagnose("ER0207", self.whole, found=(member.en or member.vi)[0], case="reversed"))
            named = {(side, fold_key(each)): None for side, names in enumerate((member.vi, member.en)) for each in names}
            for side, name in named:
                if (side, name) in seen:
                    self.said.append(diagnose("ER0209", self.whole, words=name, case="member"))
                    return
            seen.update(named)

    def whose(self, said: str) -> tuple[str, str, str] | None:
        """The field, the key of the word between, and the value of what is *said* of those counted."""
        for key in ("not_yet", "is_not", "is"):
            field_, found, value = said.rpartition(f" {self.words[key]} ")
            if found and field_ and value:
                return field_, key, value
        return None

    def type(self, declared: Declared, piece: _Piece) -> tuple[Declared, str]:
        words, text = self.words, piece.folded
        if text == words["conclusion"]:
            return evolve(declared, conclusion=True), "type"
        for form in ("yes_no", "day_asked", "day", "clock", "event", "timed_event", "text", "authority", "actor", "body"):
            if text == words[form]:
                return evolve(declared, form=form), "done"
        for form in ("whole", "number"):
            if text.startswith(words[form] + " "):
                return self.range(evolve(declared, form=form), piece, words[form]), "done"
        rest = {
            form: piece.text[len(words[form]) :].strip().lstrip('"“”')
            for form in ("one_of", "as", "decision_on", "actual_day", "list_of")
            if text.startswith(words[form] + " ")
        }
        for form, about in rest.items():
            if form == "one_of":
                return evolve(declared, form=form, members=(Member("", (about,)),)), "members"
            if form == "list_of":
                return evolve(declared, form=form, fields=(about,)), "fields"
            return evolve(declared, form=form, about=about), "done"
        self.fail(piece.span, self.forms())
        return declared, "type"

    def range(self, declared: Declared, piece: _Piece, words: str) -> Declared:
        ends = piece.text[len(words) :].strip().split(f" {self.words['to']} ")
        if len(ends) != 2:
            self.fail(piece.span, (f"{words} … {self.words['to']} …",))
            return declared
        numbers: list[Fraction] = []
        for end in ends:
            read = read_scaled(end.strip(), self.file.surface)
            if isinstance(read, Unread):
                self.said.append(said_of(read, end.strip(), piece.span))
                return declared
            numbers.append(Fraction(read))
        least, most = numbers
        if least > most:
            self.said.append(diagnose("ER0207", piece.span, found=piece.text[:80], case="reversed"))
        return evolve(declared, least=least, most=most)

    def more(self, declared: Declared, slot: str, side: int, piece: _Piece) -> Declared:
        """A further alias, or the other language's side, of what stands before."""
        if _DATED.search(piece.text):  # a misspelt "có đến trước ngày …" is no name
            self.fail(piece.span, (self.words["since"], self.words["until"]))
            return declared
        if self.says_something(piece) or piece.separator == ";":
            self.fail(piece.span, self.attributes())  # a misspelt attribute is no name, and no words of the one before it
            return declared
        if slot == "unit" and declared.unit is not None:
            return evolve(declared, unit=_added(declared.unit, side, piece.text))
        if slot in _SPOKEN and piece.separator == "|" and slot not in self.in_both:
            self.in_both.add(slot)
            return _spoken(declared, slot, (getattr(declared, slot)[0], piece.text))
        if slot in ("members", "since", "until") and declared.members:
            last = declared.members[-1]
            vi, en = _added((last.vi, last.en), side, piece.text)
            return evolve(declared, members=(*declared.members[:-1], evolve(last, vi=vi, en=en)))
        if slot == "fields":
            return evolve(declared, fields=(*declared.fields, piece.text))
        self.fail(piece.span, self.attributes())
        return declared

    def says_something(self, piece: _Piece) -> bool:
        """Whether words and then a quotation stand in *piece*: it asks or says something, and names nothing."""
        text = self.code[piece.span.start : piece.span.end].lstrip()
        return text[:1] not in ('"', "“") and _QUOTED.search(text) is not None


def _slip(found: str, known: Iterable[str]) -> tuple[str, str | None]:
    """The words with which *found* begins that may be a slip for one of *known*, and that one; longer ones first."""
    by_length: dict[int, list[str]] = {}
    for each in known:
        if "…" not in each:
            by_length.setdefault(len(each.split()), []).append(each)
    for length in sorted(by_length, reverse=True):
        words = re.match(rf"\S+(?:\s+\S+){{{length - 1}}}", found)
        near = nearest(words[0], by_length[length], 1) if words else ()
        if words and near:
            return words[0], near[0]
    near = nearest(found, known, 1)
    return (found, near[0]) if near and "…" not in near[0] else ("", None)


def _spoken(declared: Declared, key: str, pair: tuple[str, str]) -> Declared:
    """*declared* with what it asks or says in both languages."""
    match key:
        case "asks":
            return evolve(declared, asks=pair)
        case "says":
            return evolve(declared, says=pair)
        case "otherwise":
            return evolve(declared, otherwise=pair)
        case "presumed":
            return evolve(declared, presumed=pair)
        case _:
            return evolve(declared, unsure=pair)


def _added(pair: _Pair, side: int, text: str) -> _Pair:
    vi, en = pair
    return (vi, (*en, text)) if side else ((*vi, text), en)
