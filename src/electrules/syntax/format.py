"""A document printed whole, in either surface, comments kept: what `fmt` and `translate` write."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from ..source.file import SourceFile
from ..tree.types import Member
from ..values.number import write_number
from ..values.time import write_day
from . import written
from .declared import Declared, begins_attribute, without_comments
from .lexicon import Lexicon
from .print import Line, Printer
from .trivia import Comment, comments
from .words import words_of, yes_or_no


def format_document(document: written.Document, file: SourceFile, lexicon: Lexicon, surface: str) -> str:
    """*document* in canonical layout in *surface*; reading it again gives the same document. It must have no `Unreadable` block."""
    writer = _Writer(surface, lexicon)
    lines: list[Line] = [Line(writer.language(surface), 0)]
    for block in document.blocks:
        lines.append(Line(""))
        lines += writer.block(block)
    return "\n".join(_with_comments(lines, comments(file), without_comments(file.text, 0, len(file.text)))) + "\n"


class _Writer:
    """Scratch state of writing one document."""

    def __init__(self, surface: str, lexicon: Lexicon) -> None:
        self.surface = surface
        self.words = words_of(surface).words
        self.printer = Printer(surface, lexicon)
        self.lexicon = lexicon

    def language(self, surface: str) -> str:
        return {"vi": "ngôn ngữ: tiếng Việt", "en": "language: English"}[surface]

    def block(self, block: written.Block) -> Iterator[Line]:
        start = block.span.start
        if isinstance(block, written.Vocabulary):
            yield Line(self.words["vocabulary"], start)
            for declaration in block.declarations:
                assert isinstance(declaration.entry, Declared)
                yield Line(f"  {self.declaration(declaration.entry)}.", declaration.span.start)
        elif isinstance(block, written.Header):
            yield from self.header(block)
        elif isinstance(block, written.Rulebook):
            yield Line(self.words["rulebook"], start)
            for said in block.statements:
                text = self.printer.say(said, "ofrulebook")
                yield Line(f"  {text[:1].upper()}{text[1:]}.", said.span.start)
        elif isinstance(block, written.Provision):
            yield Line(self.printer.heading(block.place), start)
            spans = (each.start for each in block.restated)
            yield from (Line(f"  | {text}", next(spans, -1)) for text in block.restatement)
            for statement in block.statements:
                yield from self.printer.statement(statement)
        elif isinstance(block, written.Case):
            yield Line(f'{self.words["case"]} "{block.name}"', start)
            text = self.printer.say(block, "case")
            yield Line(f"  {text[:1].upper()}{text[1:]}", (block.facts[0] if block.facts else block.asked).span.start)
        else:
            raise LookupError("an unreadable block cannot be printed")  # noqa: TRY004 - a block of the right type

    def header(self, block: written.Header) -> Iterator[Line]:
        """The heading of an instrument, and a line for each that its contents say."""
        head = self.printer.say(evolve(block, contents=(), known=None), "header").removesuffix(".").rstrip()
        yield Line(head + (":" if block.contents else "."), block.span.start)
        for number, each in enumerate(block.contents, 1):
            end = "." if number == len(block.contents) else ";"
            yield Line(f"  {self.printer.say(each, 'extent')}{end}", each.span.start)
        if block.known is not None:
            yield from self.printer.statement(block.known)

    # -------------------------------------------------------- declarations

    def declaration(self, each: Declared) -> str:
        """A declaration with the words of the surface; its names stand in both languages, Vietnamese first."""
        words = self.words
        pieces: list[str] = [words["conclusion"]] if each.conclusion else []
        if each.form in ("whole", "number"):
            assert each.least is not None
            assert each.most is not None
            pieces.append(f"{words[each.form]} {write_number(each.least, self.surface)} {words['to']} {write_number(each.most, self.surface)}")
        elif each.form == "one_of":
            between = ";\n    " if len(each.members) > 4 else "; "
            pieces.append(f"{words['one_of']} {between.join(self.member(member, not number) for number, member in enumerate(each.members))}")
        elif each.form in ("as", "decision_on", "actual_day"):
            pieces.append(f"{words[each.form]} {self.lexicon.renamed(each.about, self.surface)}")
        elif each.form == "list_of":
            pieces.append(f"{words['list_of']} {', '.join(self.lexicon.renamed(name, self.surface) for name in each.fields)}")
        else:
            pieces.append(words[each.form])
        if each.rank:
            pieces.append(f"{words['rank']} {each.rank}")
        if each.unit:
            pieces.append(f"{words['unit']} {self.pair(*each.unit, plain=1)}")
        for key in ("says", "otherwise", "unsure", "presumed", "asks"):
            vi, en = getattr(each, key)
            own, other = (en, vi) if self.surface == "en" else (vi, en)
            if other:
                pieces.append(f'{words[key]} "{vi}" | "{en}"')
            elif own:
                pieces.append(f'{words[key]} "{own}"')
        if each.binding:
            term, members = each.binding
            between = f" {words['or']} "
            listed = between.join(self.lexicon.member_renamed(name, term, self.surface) for name in members)
            pieces.append(f"{words['binding']} {self.lexicon.renamed(term, self.surface)} {words['is']} {listed}")
        if each.among:
            pieces.append(f"{words['among']} {self.lexicon.renamed(each.among, self.surface)}{self.whose(each)}")
        return f"{self.pair(*each.names, plain=len(each.names[0]), whole=True)}: {'; '.join(pieces)}"

    def whose(self, each: Declared) -> str:
        """Which of a count *each* counts."""
        if each.whose is None:
            return ""
        field, key, value = each.whose
        flag = yes_or_no(value)
        said = self.lexicon.member_renamed(value, field, self.surface) if flag is None else self.words["yes" if flag else "no"]
        return f" {self.words['whose']} {self.lexicon.renamed(field, self.surface)} {self.words[key]} {said}"

    def member(self, member: Member, first: bool) -> str:
        said = self.pair(member.vi, member.en, plain=int(first))
        for key in ("since", "until"):
            day = getattr(member, key)
            if isinstance(day, date):
                said += f", {self.words[key]} {write_day(day, self.surface)}"
        return said

    def pair(self, vi: Sequence[str], en: Sequence[str], plain: int = 0, *, whole: bool = False) -> str:
        """Names of both languages; the first *plain*, the first in English and those of a *whole* declaration stand where no attribute could."""
        left = ", ".join(self.quoted(name, number >= plain) for number, name in enumerate(vi))
        right = ", ".join(self.quoted(name, number > 0 and not whole) for number, name in enumerate(en))
        return left if not en or (left == right and len(vi) == 1) else f"{left} | {right}"

    def quoted(self, name: str, opens: bool) -> str:
        """A name, in quotation marks where it would be read as something else; it *opens* a piece where an attribute could stand."""
        return f'"{name}"' if any(sign in name for sign in ".;,:|#") or (opens and begins_attribute(name, self.surface)) else name


def _with_comments(lines: Sequence[Line], found: Sequence[Comment], code: str) -> Iterator[str]:
    """The lines with each comment at the printed line that says what stood before it; one of its own line above what follows it.

    Comments keep their order: of several at one line the last stands behind it, if it stood behind words, and the others above.
    """
    at: dict[int, list[Comment]] = {}
    placed = [(line.start, index) for index, line in enumerate(lines) if line.start >= 0]
    starts = [start for start, _ in placed]
    for comment in found:
        after = bisect_right(starts, comment.start)
        index = placed[after - 1][1] if after else 0
        following = placed[after][1] if after < len(placed) else len(lines)
        end = starts[after] if after < len(placed) else len(code)
        rest = code[comment.start : max(code.rfind("\n", 0, end), comment.start) if end < len(code) else end]
        if comment.alone and (not after or not rest.strip()):  # nothing more of what that line says is to come
            index = following
        at.setdefault(index, []).append(comment)
    for index, line in enumerate((*lines, None)):
        text = line.text if line is not None else ""
        indent = text[: len(text) - len(text.lstrip())]
        here = at.get(index, [])
        last = here.pop() if here and line is not None and not here[-1].alone else None
        yield from (indent + each.text for each in here)
        if line is not None:
            yield f"{text}  {last.text}" if last is not None else text
