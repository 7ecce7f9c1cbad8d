"""A file cut into blocks at its headings: each is then read by itself, so that a broken one hides no other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import evolve, frozen

from .. import limits
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.passed import Passed
from ..kept import Kept
from ..source.file import SourceFile
from ..source.span import Span
from ..source.text import nearest
from .places import SMALL_TO_LARGE, read_heading, starting_words
from .token import lexemes
from .words import words_of
from .written import Reference


@frozen
class Cut:
    """A block before it is read: *kind* is vocabulary, header, provision, case or rulebook; its heading and body as offsets."""

    kind: str
    heading: Span
    body: Span
    place: Reference | None = None
    restatement: tuple[str, ...] = ()
    restated: tuple[Span, ...] = ()
    name: str = ""


_WORDS = re.compile(r"(?:[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[^\S\r\n]*([^\s#][^\r\n]*)")
_NAME = re.compile(r'[^"“”]*["“”]([^"“”]*)["“”]')


@cache
def _marked(openers: frozenset[str]) -> re.Pattern[str]:
    """The lines that may open a block or go on with a restatement: most lines do neither, and are not looked at one by one."""
    words = "|".join(re.escape(each) for each in sorted(openers))
    return re.compile(rf"(?:(?<=[\r\n])|\A)[^\S\r\n]*(?:(?:{words})(?![^\s#:])|\|)[^\r\n]*(?:\r\n?|\n|\Z)")


class _Cutter:
    """Scratch state of cutting one file."""

    def __init__(self, file: SourceFile, folded: str) -> None:
        self.file = file
        self.folded = folded
        self.words = words_of(file.surface).words
        self.starts = starting_words(file.surface)
        self.lines = {self.words[each].split()[0] for each in ("vocabulary", "instrument", "case", "rulebook")}
        self.cuts: list[Cut] = []
        self.diagnostics: list[Diagnostic] = []
        self.before: Reference | None = None
        self.open: Cut | None = None
        self.in_restatement = False
        self.restated: list[tuple[str, Span]] = []

    def span(self, start: int, end: int) -> Span:
        return Span(self.file.path, start, end)

    def run(self) -> None:
        done = self.file.body
        for match in _marked(frozenset(self.starts | self.lines)).finditer(self.folded, done):
            self.between(done, match.start())
            self.line(match[0], *match.span())
            done = match.end()
        self.between(done, len(self.folded))
        self.close(len(self.file.text))

    def between(self, start: int, end: int) -> None:
        """Lines that open nothing: of them only the first words matter, and only whether there are any."""
        words = _WORDS.match(self.folded, start, end)
        if words is not None:
            self.plain(words[1].strip(), words.start(1), end)

    def line(self, line: str, start: int, end: int) -> None:
        bare = line.strip()
        offset = start + len(line) - len(line.lstrip())
        opened = None if bare.startswith("|") else self.opens(bare, offset, end)
        if opened is not None:
            self.close(offset)
            self.open = opened
            self.in_restatement = opened.kind == "provision"
            return
        if self.open is not None and bare.startswith("|") and self.in_restatement:
            self.restated.append((self.file.text[offset + 1 : end].strip(), self.span(offset, offset + len(bare))))
            self.open = evolve(self.open, body=self.span(end, end))
            return
        self.plain(bare, offset, end)

    def plain(self, bare: str, offset: int, end: int) -> None:
        """A line that opens nothing and is no restatement."""
        self.in_restatement = False
        if self.open is None:
            first = tuple(self.words[each] for each in ("vocabulary", "instrument"))
            length = len(self.words["vocabulary"].split())
            near = nearest(" ".join(bare.split()[:length]), (*first, *sorted(self.starts)), 1)
            place = self.span(offset, offset + len(bare))
            self.diagnostics.append(diagnose("ER0305", place, found=bare[:60], expected=first, suggestion=near[0] if near else None))
            self.open = Cut("stray", self.span(offset, offset), self.span(offset, end))

    def close(self, end: int) -> None:
        if self.open is not None:
            cut = self.open
            body = self.span(cut.body.start, end)
            said, spans = tuple(text for text, _ in self.restated), tuple(span for _, span in self.restated)
            self.cuts.append(Cut(cut.kind, cut.heading, body, cut.place, said, spans, cut.name))
            self.restated = []

    def opens(self, bare: str, start: int, end: int) -> Cut | None:
        """The block that this line opens, or None."""
        code = bare.split("#", maxsplit=1)[0].strip()
        first = code.split(None, 1)[0].rstrip(":")
        heading = self.span(start, start + len(code))
        if first not in self.lines:
            return self.provision(code, heading, end)
        if code.rstrip(" :") == self.words["vocabulary"]:
            return Cut("vocabulary", heading, self.span(end, end))
        if code.rstrip(" :") == self.words["rulebook"]:
            return Cut("rulebook", heading, self.span(end, end))
        if re.match(rf"{self.words['instrument']}\s+[0-9\"“”]", code):
            self.before = None
            return Cut("header", heading, self.span(start, start))
        if re.match(rf"{self.words['case']}\s+[\"“”]", code):
            name = _NAME.match(self.file.text[start:end])
            if name:
                return Cut("case", self.span(start, start + name.end()), self.span(start + name.end(), start + name.end()), name=name[1])
        return self.provision(code, heading, end) if first in self.starts else None

    def provision(self, code: str, heading: Span, end: int) -> Cut | None:
        """The provision that a line opens, or None where it is no heading."""
        place = _heading(code, self.file.text[heading.start : heading.end], self.file.surface)
        if place is None:
            return None
        self.before = place = self.whole(place, heading)
        return Cut("provision", heading, self.span(end, end), place)

    def whole(self, place: Reference, heading: Span) -> Reference:
        """A heading that leaves out larger parts shares them with the heading before it."""
        parts = {part: getattr(place, part) for part in SMALL_TO_LARGE}
        if self.before is not None and place.article is None:
            given = max(index for index, part in enumerate(SMALL_TO_LARGE) if parts[part] is not None)
            for part in SMALL_TO_LARGE[given + 1 :]:
                parts[part] = getattr(self.before, part)
        return Reference(place.instrument, **parts, span=heading)


def cut(file: SourceFile) -> Passed[tuple[Cut, ...]]:
    """The blocks of *file*; text before the first heading is said."""
    key = (file.path, file.text, file.surface, file.body)
    found = _CUT.get(key)
    if found is None:
        cutter = _Cutter(file, file.folded)
        cutter.run()
        found = Passed(tuple(cutter.cuts), tuple(cutter.diagnostics))
        _CUT.keep(key, found)
    return found


_CUT: Kept[Passed[tuple[Cut, ...]]] = Kept(limits.KEPT_FILES)


@lru_cache(maxsize=limits.KEPT_BLOCKS)
def _heading(folded: str, text: str, surface: str) -> Reference | None:
    """The place that a line names; lines of headings are the same from one load to the next."""
    return read_heading(lexemes(folded, 0, len(folded)), surface, text)
