"""Rule files as documents: what `fmt`, `translate` and `dump` read, without asking what the rules mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ..diagnostics.diagnostic import placed
from ..diagnostics.errors import RuleErrors
from ..pipeline import sources

if TYPE_CHECKING:
    from ..source.file import SourceFile
    from ..syntax.lexicon import Lexicon
    from ..syntax.written import Document


@frozen
class Read:
    """The *documents* of some *files*, and the *lexicon* of all that was read with them."""

    files: tuple[SourceFile, ...]
    documents: tuple[Document, ...]
    lexicon: Lexicon


def documents(paths: Sequence[str], rules: Sequence[str] = ()) -> Read:
    """The documents of the files at *paths*, with the words of *rules* or, where they need them, of the shipped corpus; raises `RuleErrors`."""
    if rules:
        return _read(paths, rules, shipped=False)
    try:
        return _read(paths, (), shipped=False)
    except RuleErrors as alone:
        try:
            return _read(paths, (), shipped=True)
        except RuleErrors as on_top:
            raise min((alone, on_top), key=lambda error: len(error.diagnostics)) from None


def _read(paths: Sequence[str], rules: Sequence[str], *, shipped: bool) -> Read:
    from ..pipeline import SHIPPED
    from ..syntax import declare, parse_all

    own = sources(list(paths), None, None)
    _refuse(own.diagnostics, own.value)
    there = {file.place.resolve() for file in own.value if file.place is not None}
    context = sources(list(rules), None, SHIPPED if shipped else None).value if rules or shipped else ()
    others = [file for file in context if file.place is None or file.place.resolve() not in there]
    every = (*own.value, *others)
    words = declare(every)
    parsed = parse_all(own.value, words.value)
    names = {file.path for file in own.value}
    said = (*words.diagnostics, *parsed.diagnostics)
    _refuse([each for each in said if each.span is None or each.span.path in names], every)
    return Read(own.value, parsed.value, words.value)


def _refuse(said: Sequence[object], files: Sequence[SourceFile]) -> None:
    found = placed(said, {file.path: file for file in files})  # type: ignore[arg-type]
    if any(each.severity == "error" for each in found):
        raise RuleErrors(found)


def laid_out(read: Read, place: int, surface: str | None = None) -> str:
    """One document of *read* in canonical layout, in *surface* (None: its own).

    It is read again before it is given out: a layout that says something else is a defect of ours, and never written.
    """
    from ..source.read import read_text
    from ..syntax import parse
    from ..syntax.format import format_document

    document, file = read.documents[place], read.files[place]
    text = format_document(document, file, read.lexicon, surface or document.surface)
    (again,) = read_text(text, file.path).value
    parsed = parse(again, read.lexicon)
    if parsed.diagnostics or [*map(_bare, parsed.value.blocks)] != [*map(_bare, document.blocks)]:
        raise AssertionError(f"{file.path}: the layout does not read back as the same document")
    return text


def _bare(block: object) -> object:
    """A block without what only says where it was written; a name that both languages share may be written once."""
    from ..syntax.written import Vocabulary

    return [_shared(each.entry) for each in block.declarations] if isinstance(block, Vocabulary) else block


def _shared(entry: Any) -> Any:
    pairs = {name: (pair[0], pair[1] or pair[0]) for name in ("names", "unit") if (pair := getattr(entry, name))}
    return evolve(entry, members=tuple(evolve(each, en=each.en or each.vi) for each in entry.members), **pairs)
