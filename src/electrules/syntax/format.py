"""A document printed whole, in either surface, comments kept: what `fmt` and `translate` write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..source.file import SourceFile
from ..tree.types import Member
from ..values.number import write_number
from ..values.time import write_day
from . import written
from .declared import Declared
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
    return "\n".join(_with_comments(lines, comments(file))) + "\n"


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
            yield Line(self.printer.say(block, "header").replace(" .", "."), start)
        elif isinstance(block, written.Provision):
            yield Line(self.printer.heading(block.place), start)
            yield from (Line(f"  | {text}", start) for text in block.restatement)
            for statement in block.statements:
                yield from self.printer.statement(statement)
        elif isinstance(block, written.Case):
            yield Line(f'{self.words["case"]} "{block.name}"', start)
            text = self.printer.say(block, "case")
            yield Line(f"  {text[:1].upper()}{text[1:]}", block.asked.span.start)
        else:
            raise LookupError("an unreadable block cannot be printed")  # noqa: TRY004 - a block of the right type

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
            pieces.append(f"{words['one_of']} {between.join(self.member(member) for member in each.members)}")
        elif each.form in ("as", "decision_on", "actual_day"):
            pieces.append(f"{words[each.form]} {self.lexicon.renamed(each.about, self.surface)}")
        elif each.form == "list_of":
            pieces.append(f"{words['list_of']} {', '.join(self.lexicon.renamed(name, self.surface) for name in each.fields)}")
        else:
            pieces.append(words[each.form])
        if each.rank:
            pieces.append(f"{words['rank']} {each.rank}")
        if each.unit:
            pieces.append(f"{words['unit']} {self.pair(*each.unit)}")
        for key in ("says", "otherwise", "unsure", "presumed", "asks"):
            vi, en = getattr(each, key)
            if vi or en:
                pieces.append(f'{words[key]} "{vi}" | "{en}"')
        if each.binding:
            term, members = each.binding
            between = f" {words['or']} "
            listed = between.join(self.lexicon.member_renamed(name, term, self.surface) for name in members)
            pieces.append(f"{words['binding']} {self.lexicon.renamed(term, self.surface)} {words['is']} {listed}")
        if each.among:
            pieces.append(f"{words['among']} {self.lexicon.renamed(each.among, self.surface)}{self.whose(each)}")
        return f"{self.pair(*each.names)}: {'; '.join(pieces)}"

    def whose(self, each: Declared) -> str:
        """Which of a count *each* counts."""
        if each.whose is None:
            return ""
        field, key, value = each.whose
        flag = yes_or_no(value)
        said = self.lexicon.member_renamed(value, field, self.surface) if flag is None else self.words["yes" if flag else "no"]
        return f" {self.words['whose']} {self.lexicon.renamed(field, self.surface)} {self.words[key]} {said}"

    def member(self, member: Member) -> str:
        said = self.pair(member.vi, member.en)
        for key in ("since", "until"):
            day = getattr(member, key)
            if isinstance(day, date):
                said += f", {self.words[key]} {write_day(day, self.surface)}"
        return said

    def pair(self, vi: Sequence[str], en: Sequence[str]) -> str:
        left, right = (", ".join(_quoted(name) for name in side) for side in (vi, en))
        return left if not en or (left == right and len(vi) == 1) else f"{left} | {right}"


def _quoted(name: str) -> str:
    return f'"{name}"' if any(sign in name for sign in ".;,:|#") else name


def _with_comments(lines: Sequence[Line], found: Sequence[Comment]) -> Iterator[str]:
    """The lines with each comment on the printed line that says what stood before it; one of its own line above what follows it."""
    before: dict[int, list[str]] = {}
    behind: dict[int, list[str]] = {}
    placed = [(index, line.start) for index, line in enumerate(lines) if line.start >= 0]
    for comment in found:
        if comment.alone:
            index = next((index for index, start in placed if start >= comment.start), len(lines))
            before.setdefault(index, []).append(comment.text)
        else:
            index = max((index for index, start in placed if start <= comment.start), default=0)
            behind.setdefault(index, []).append(comment.text)
    for index, line in enumerate(lines):
        indent = line.text[: len(line.text) - len(line.text.lstrip())]
        *earlier, last = behind.get(index) or [""]
        yield from (indent + text for text in (*before.get(index, ()), *earlier))
        yield f"{line.text}  {last}" if last else line.text
    yield from before.get(len(lines), ())
