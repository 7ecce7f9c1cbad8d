"""Sentences that the grammar allows and the language refuses, because a lawyer could read them two ways; and what a surface may leave out."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.file import SourceFile
from ..source.span import NOWHERE, Span
from ..source.text import folded as fold
from . import written
from .lexicon import Lexicon, yes_form


def screened(made: Any, file: SourceFile, folded: str, lexicon: Lexicon) -> tuple[Any, list[Diagnostic]]:
    """*made* with the verbs filled in that a step leaves out, and what is said against it."""
    said: list[Diagnostic] = []
    for node in nodes_of(made):
        if isinstance(node, written.Both | written.Either):
            said += _elliptic(node, file, folded, lexicon)
        elif any(number is not None and number < 0 for number in _counts(node)):
            said.append(diagnose("ER0308", node.span, text=file.text[node.span.start : node.span.end]))
    return _filled(made, lexicon), said


_NOT, _OR = {"vi": "không", "en": "not"}, {"vi": "hoặc", "en": "or"}


def _counts(node: Any) -> tuple[Fraction | None, ...]:
    """The numbers of a node of which there cannot be fewer than none: lengths of time, ages, shares, and what a scale counts by."""
    match node:
        case written.Duration(number):
            return (number,)
        case written.Aged(years=years):
            return (years,)
        case written.PartOf(share):
            return (share,)
        case written.Step(step=step):
            return (step.number,)
        case _:
            return ()


def nodes_of(made: Any) -> list[Any]:
    """Every as-written node in *made*, by a stack of our own: the depth of input is not Python's."""
    found, stack = [], [made]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
            continue
        kind: type = type(node)
        names = _fields(kind)
        if names is not None:
            found.append(node)
            stack.extend([getattr(node, name) for name in names])
    return found


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The fields of a class of nodes that may hold nodes; None for any other class."""
    if not attrs.has(kind) or kind is Span:
        return None
    return tuple(each.name for each in attrs.fields(kind) if each.name != "span")


def _elliptic(node: written.Both | written.Either, file: SourceFile, folded: str, lexicon: Lexicon) -> list[Diagnostic]:
    """In "thuộc miền núi và vùng cao" and "không thuộc miền núi hoặc vùng cao": the second name leans on words before it."""
    said = []
    for before, part in zip(node.parts, node.parts[1:], strict=False):
        if not isinstance(part, written.Is) or not _bare(part, file, folded, lexicon):
            continue
        if isinstance(node, written.Both) and file.surface == "vi" and isinstance(before, written.Is | written.IsNot):
            said.append(diagnose("ER0304", before.span.to(part.span), words="hoặc", suggestion="hoặc"))
        elif isinstance(node, written.Either) and isinstance(before, written.IsNot):
            name, yes = file.text[part.span.start : part.span.end], yes_form(lexicon.term(part.flag.id), file.surface)
            denied = f"{_NOT[file.surface]} (… {_OR[file.surface]} {name})"
            said.append(diagnose("ER0303", before.span.to(part.span), words=name, expected=(yes, denied), case="denied"))
    return said


def _bare(part: written.Is, file: SourceFile, folded: str, lexicon: Lexicon) -> bool:
    term = lexicon.term(part.flag.id)
    said = " ".join(folded[part.span.start : part.span.end].split())
    return said != fold(yes_form(term, file.surface)) and said in {fold(name) for name in term.names[file.surface == "en"]}


def _filled(made: Any, lexicon: Lexicon) -> Any:
    """A step takes the verb of the one conclusion that is counted in what it gains, or else of its table."""
    if isinstance(made, tuple):
        return tuple(_filled(each, lexicon) for each in made)
    if isinstance(made, written.Table):
        if all(_told(each) for each in made.pieces):
            return made
        return evolve(made, pieces=tuple(_step(each, made, lexicon) for each in made.pieces))
    if isinstance(made, written.ExceptionTo):
        return evolve(made, statement=_filled(made.statement, lexicon))
    if isinstance(made, written.Replace | written.Insert):
        return evolve(made, text=_filled(made.text, lexicon))
    return made


def _told(piece: written.Piece) -> bool:
    inner = piece.piece if isinstance(piece, written.Lettered) else piece
    return not isinstance(inner, written.Step) or inner.verb is not None


def _step(piece: written.Piece, table: written.Table, lexicon: Lexicon) -> written.Piece:
    if isinstance(piece, written.Lettered):
        return evolve(piece, piece=_step(piece.piece, table, lexicon))
    if not isinstance(piece, written.Step) or piece.verb is not None:
        return piece
    found = lexicon.conclusions_with_unit(piece.gain.unit.id) if piece.gain.unit else ()
    if len(found) == 1:
        return evolve(piece, verb=_as_verb(found[0].id, lexicon))
    return evolve(piece, verb=_verb(table))


def _verb(table: written.Table) -> written.Word | None:
    """The verb, or the term, of the first piece that gives a value."""
    for piece in table.pieces:
        inner = piece.piece if isinstance(piece, written.Lettered) else piece
        award = inner.award if isinstance(inner, written.Flat) else inner
        if isinstance(award, written.Award) and award.term.kind != "flag":
            return evolve(award.term, span=NOWHERE)
    return None


def _as_verb(term: str, lexicon: Lexicon) -> written.Word:
    return written.Word("verb" if any(lexicon.term(term).yes) else "term", term)
