"""Files into documents. Never fails: a block that cannot be read becomes an `Unreadable`, and what is wrong is said."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve, frozen
from lark.exceptions import UnexpectedToken

from .. import limits
from ..diagnostics.diagnostic import Diagnostic, Said, diagnose
from ..diagnostics.passed import Passed
from ..kept import Kept
from ..languages import in_both
from ..resources import read_text
from ..source.file import SourceFile
from ..source.span import Span
from ..source.text import folded as fold
from ..source.text import nearest
from . import written
from .cut import Cut, cut
from .declared import read_declarations
from .grammar import Surface, surface_of
from .lex import Lexer, Unknown
from .lexicon import Lexicon
from .lists import on_lists
from .mend import beginning, likely, repair
from .moved import moved
from .places import place_words, starting_words, written_heading
from .screen import screened
from .token import Token
from .words import words_of


def parse_all(files: Iterable[SourceFile], lexicon: Lexicon) -> Passed[tuple[written.Document, ...]]:
    """Every file as a document."""
    documents: list[written.Document] = []
    said: list[Diagnostic] = []
    for file in files:
        read = parse(file, lexicon)
        documents.append(read.value)
        said += read.diagnostics
    return Passed(tuple(documents), tuple(said))


def parse(file: SourceFile, lexicon: Lexicon) -> Passed[written.Document]:
    """One file as a document."""
    cuts = cut(file)
    parser = _Parser(file, lexicon)
    blocks = tuple(parser.block(each) for each in cuts.value if each.kind != "stray")
    return Passed(written.Document(file.path, file.surface, blocks), (*cuts.diagnostics, *parser.said))


@frozen(eq=False)
class _Read:
    """What a block says whose body begins at *start*, by its kind, and how many *tokens* it has."""

    start: int
    said: tuple[written.Statement, ...] | written.Header | written.Case | written.Rulebook
    tokens: int


_READ: Kept[_Read] = Kept(limits.KEPT_BLOCKS)


class _Parser:
    """Scratch state of reading one file."""

    def __init__(self, file: SourceFile, lexicon: Lexicon) -> None:
        self.file = file
        self.lexicon = lexicon = lexicon.reading(file.path)
        self.folded = file.folded
        self.surface: Surface = surface_of(file.surface)
        self.words = lexicon.words
        self.units = {fold(name) for unit in lexicon.units.values() for name in (unit.en if file.surface == "en" else unit.vi)}
        self.said: list[Diagnostic] = []
        self.count = 0
        self.mended = 0
        self.openers = tuple(
            sorted(starting_words(file.surface) | {words_of(file.surface).words[each] for each in ("instrument", "case", "vocabulary", "rulebook")})
        )

    def block(self, block: Cut) -> written.Block:
        whole = block.heading.to(block.body)
        if block.kind == "vocabulary":
            read = read_declarations(self.file, block.body.start, block.body.end)
            return written.Vocabulary(tuple(written.Declaration(each, span=each.span) for each in read.value), span=whole)
        said = self.said_by(block, whole)
        if isinstance(said, tuple):
            assert block.place is not None
            return written.Provision(block.place, block.restatement, said, block.restated, span=whole)
        return written.Unreadable(block.place, span=whole) if said is None else said

    def said_by(self, block: Cut, whole: Span) -> tuple[written.Statement, ...] | written.Header | written.Case | written.Rulebook | None:
        """What a block says, or None: what the same words said at the last load they say now."""
        key = (self.file.path, self.file.surface, self.words, self.file.text[block.heading.start : block.body.end])
        before = _READ.get(key)
        start = block.body.start
        if before is not None and self.count + before.tokens <= limits.TOKENS:
            self.count += before.tokens
            if before.start != start:
                before = evolve(before, start=start, said=moved(before.said, start - before.start))
                _READ.keep(key, before)
            return before.said
        said, count = len(self.said), self.count
        found = self.statements(block) if block.kind == "provision" else self.named_block(block, whole)
        if found is not None and len(self.said) == said:
            _READ.keep(key, _Read(start, found, self.count - count))
        return found

    def named_block(self, block: Cut, whole: Span) -> written.Header | written.Case | written.Rulebook | None:
        """A header, a case or what is said of the rulebook, or None where what is wrong was said."""
        tokens = self.tokens(block, block.kind)
        found = self.read(tokens, block.kind, block) if tokens is not None else None
        if isinstance(found, written.Case):
            return evolve(found, name=block.name, span=whole)
        return evolve(found, span=whole) if isinstance(found, written.Header | written.Rulebook) else None

    def statements(self, block: Cut) -> tuple[written.Statement, ...] | None:
        """What the statements of a block say, or None where what is wrong was said."""
        tokens = self.tokens(block, "provision")
        if tokens is None:
            return None
        statements: list[written.Statement] = []
        failed = False
        for part in _statements(tokens):
            read_part = self.read(part, "provision", block)
            if isinstance(read_part, tuple):
                statements += read_part
            else:
                failed = True
        return None if failed else tuple(statements)

    def tokens(self, block: Cut, start: str) -> list[Token] | None:
        """The tokens of a block, or None where what is wrong with its words was said."""
        lexer = Lexer(self.file.path, self.file.text, self.folded, self.file.surface, self.lexicon)
        tokens = lexer.tokens(block.body.start, block.body.end)
        self.count += len(tokens)
        if lexer.diagnostics or lexer.unknown:
            address = _address(block)
            self.said += (evolve(each, address=address) for each in lexer.diagnostics)
            titles = [tokens[at] for at in range(len(tokens)) if self.is_misheading(tokens, at)]
            self.said += (self.misheading(each, address) for each in titles)
            lines = [(each.span.start, _line_end(self.file.text, each.span.start)) for each in titles]
            words = (each for each in lexer.unknown if not any(first < each.start < last for first, last in lines))
            self.said += (self.unknown(each, tokens, start, address) for each in words if not self.is_lost(each))
            return None
        if self.count > limits.TOKENS:
            self.said.append(diagnose("ER0111", block.heading, limit=str(limits.TOKENS)))
            return None
        depth = 0
        for token in tokens:
            depth += {"OPEN": 1, "CLOSE": -1}.get(token.type, 0)
            if depth > limits.NESTING:
                self.said.append(diagnose("ER0110", token.span, limit=str(limits.NESTING)))
                return None
        return tokens

    def read(self, tokens: list[Token], start: str, block: Cut) -> object:
        """What the tokens say, or None."""
        if not tokens:
            self.said.append(diagnose("ER0302", block.heading, address=_address(block), expected=(".",), suggestion="."))
            return None
        made: object
        try:
            made = self.surface.lark.parse(tokens, start=start)
        except UnexpectedToken as error:
            self.said.append(self.explain(error, tokens, start, block))
            return None
        made, said = screened(made, self.file, self.folded, self.lexicon)
        if any(each.type == "MEMBER" and each.value in self.lexicon.shared for each in tokens):
            settled, unsettled = on_lists(made, self.lexicon, self.folded, self.file.surface)
            made, said = settled, [*said, *unsettled]
        self.said += (evolve(each, address=_address(block)) for each in said)
        return None if said else made

    def is_lost(self, words: Unknown) -> bool:
        """Whether *words* stand in a declaration that could not be read: that was said."""
        said = self.folded[words.start : words.end]
        return any(said in each for each in self.lexicon.lost)

    def unknown(self, words: Unknown, tokens: list[Token], start: str, address: Said | None) -> Diagnostic:
        """Says that nobody declared *words*, and for what they may be a slip."""
        said = self.folded[words.start : words.end]
        before = _unended(tokens, words.at) if self.mended < limits.MENDED else []
        near: tuple[str, ...] = ()
        if self.mends(len(before)):
            near = likely(said, before, beginning(self.surface.lark, start), self.lexicon, self.file.surface, self.folded)
            if not before and _begins_line(self.file.text, words.start) and _may_head(self.file.text, words.end):
                near = near or nearest(said.split()[0], self.openers, 1)
        place = Span(self.file.path, words.start, words.end)
        shown = self.file.text[words.start : words.end]
        dotted = _DOTTED.match(self.file.text, words.end)
        if said in starting_words(self.file.surface) and dotted:  # "article 35.1"
            names = place_words(self.file.surface).names
            meant = " ".join(f"{names[part]} {value}" for part, value in zip(("article", "clause", "point"), dotted[1].split("."), strict=False))
            small = " ".join(reversed(re.findall(r"\S+ \S+", meant)))
            return diagnose("ER0301", place, address=address, found=f"{shown} {dotted[1]}", expected=(small,), suggestion=small, case="dotted")
        if said in self.units:
            return diagnose("ER0201", place, address=address, words=shown, case="unit")
        return diagnose("ER0201", place, address=address, words=shown, expected=near, suggestion=near[0] if near else None)

    def is_misheading(self, tokens: list[Token], at: int) -> bool:
        """Whether a place begins a statement and a line there: a heading with a full stop, or a title, as statutes are printed."""
        begins = at == 0 or tokens[at - 1].type == "STOP"
        return begins and tokens[at].type in ("ONEPLACE", "PLACES") and _begins_line(self.file.text, tokens[at].span.start)

    def misheading(self, token: Token, address: Said | None) -> Diagnostic:
        heading = written_heading(token.places[0], self.file.surface)
        found = self.file.text[token.span.start : token.span.end][:60]
        return diagnose("ER0301", token.span, address=address, expected=(heading,), suggestion=heading, found=found, case="heading")

    def mends(self, length: int) -> bool:
        """Whether a mend is still sought: not in endless statements, nor for the hundredth slip of a file."""
        self.mended += 1
        return self.mended <= limits.MENDED and length <= limits.MENDED_TOKENS

    def explain(self, error: UnexpectedToken, tokens: list[Token], start: str, block: Cut) -> Diagnostic:
        token: Token = error.token
        address = _address(block)
        ended = token.type == "$END"
        at = len(tokens) if ended else next(index for index, each in enumerate(tokens) if each is token)
        point = beginning(self.surface.lark, start).after(tokens[:at])
        assert point is not None
        expected = point.accepts()
        here = Span(self.file.path, tokens[-1].span.end, tokens[-1].span.end) if ended else token.span
        and_, or_ = (self.surface.terminals.get(word) for word in _CONNECTIVES[self.file.surface])
        if not ended and {token.type} | (error.expected & {and_, or_}) == {and_, or_}:
            return diagnose("ER0303", here, address=address, words=str(token.value))
        names = tuple(self.named(expected))
        found = self.file.text[here.start : here.end]
        if "STOP" in expected and (ended or _begins_line(self.file.text, here.start)):
            return diagnose("ER0302", here, address=address, expected=names, suggestion=".", words=found)
        if ended:
            return diagnose("ER0301", here, address=address, expected=names, case="end")
        if [each.type for each in tokens] == ["NUMBER", "STOP"]:  # "1. Tỉnh: …": a clause as statutes are printed
            heading = f"{place_words(self.file.surface).names['clause']} {found}"
            return diagnose("ER0301", here, address=address, expected=(heading,), suggestion=heading, found=found, case="clause")
        if self.is_misheading(tokens, at):
            return self.misheading(token, address)
        if "OPENING" in expected and token.type not in ("OPENING", "CLOSING"):  # new text that is no plain rule
            rest = self.file.text[here.start : tokens[-1].span.end].strip()
            return diagnose("ER0301", here, address=address, expected=('"',), suggestion=f'"{rest}"', found=found[:60], case="quoted")
        mend = repair(point, tokens[at:], self.surface, found) if self.mends(len(tokens)) else None
        return diagnose("ER0301", here, address=address, expected=names, suggestion=mend, found=found[:60])

    def named(self, expected: frozenset[str]) -> Iterator[str]:
        """What was expected, as a reader of the file's language would say it; keywords before kinds of tokens."""
        kinds = terminal_names(self.file.surface)
        words = sorted(self.surface.words[each] for each in expected if each in self.surface.words)
        yield from words
        yield from dict.fromkeys(kinds[each] for each in kinds if each in expected)


_DOTTED = re.compile(r"\s+([0-9]+(?:\.[0-9]+){1,2})(?![\w])")
_CONNECTIVES = {"vi": ("và", "hoặc"), "en": ("and", "or")}


@cache
def terminal_names(surface: str) -> dict[str, str]:
    """How the kinds of tokens are called in *surface*."""
    names: dict[str, str] = tomllib.loads(read_text("grammars/terminals.toml"))[surface]
    return names


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _may_head(text: str, end: int) -> bool:
    """Whether words that end there may be a misspelt heading: a number, a quotation or nothing more stands on their line."""
    rest = text[end : _line_end(text, end)].strip(" \t\r:")
    return not rest or rest[0] in '"“' or rest[0].isdigit()


def _begins_line(text: str, offset: int) -> bool:
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return not offset or text[offset - 1] in "\r\n"


def _statements(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each statement; a quotation is part of its statement."""
    start, quoted = 0, False
    for index, token in enumerate(tokens):
        if token.type == "OPENING":
            quoted = True
        elif token.type == "CLOSING":
            quoted = False
        elif token.type == "STOP" and not quoted:
            yield tokens[start : index + 1]
            start = index + 1
    if start < len(tokens):
        yield tokens[start:]


def _unended(tokens: list[Token], at: int) -> list[Token]:
    """The tokens before the place *at* that belong to the statement in which it lies."""
    last = next(reversed(list(_statements(tokens[:at]))), [])
    return [] if last and last[-1].type == "STOP" else last


def _address(block: Cut) -> Said | None:
    place = block.place
    return in_both(lambda lang: written_heading(place, lang)) if place is not None else None
