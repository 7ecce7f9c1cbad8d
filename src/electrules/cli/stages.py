"""What stands after each pass of the pipeline, in parts that have names; made as far as it can be, whatever is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..diagnostics.diagnostic import Diagnostic, placed
from ..diagnostics.passed import Passed
from ..pipeline import SHIPPED, sources
from ..source.file import SourceFile
from ..syntax.lexicon import Lexicon

Parts = tuple[tuple[str, object], ...]


def stages(after: str, paths: Sequence[str], rules: Sequence[str], names: Sequence[str], on: date, known: date | None, lang: str) -> Passed[Parts]:
    """The parts that stand after the pass *after*, and all that was said up to it."""
    if after == "tree":
        from .rules import loaded

        law = loaded(rules, lang, paths)
        wanted = names or [each.id for each in law.terms.values() if each.role == "conclusion"]
        return Passed(tuple((name, law.tree(name, on=on, known=known)) for name in wanted))
    from .rules import is_shipped

    own = [path for path in (*rules, *paths) if rules or not is_shipped(path)]
    if not own:
        return _made(after, [], SHIPPED, on, known, lang)
    alone = _made(after, own, None, on, known, lang)
    if not _errors(alone.diagnostics):
        return alone
    return min((alone, _made(after, own, SHIPPED, on, known, lang)), key=lambda made: _errors(made.diagnostics))


def _errors(said: Sequence[Diagnostic]) -> int:
    return sum(1 for each in said if each.severity == "error")


def _made(after: str, paths: Sequence[str], base: str | None, on: date, known: date | None, lang: str) -> Passed[Parts]:
    files = sources(list(paths), None, base)
    passed = files.then(lambda read: _after(after, read, on, known, lang))
    said = placed((each.said_in(lang) for each in passed.diagnostics), {file.path: file for file in files.value})
    return Passed(passed.value, said)


def _after(after: str, files: Sequence[SourceFile], on: date, known: date | None, lang: str) -> Passed[Parts]:
    if after == "read":
        return Passed(tuple((file.path, file.text) for file in files))
    from ..corpus.collect import collect
    from ..corpus.timeline import consolidate
    from ..syntax import declare, parse_all

    words = declare(files)
    lexicon = words.value
    if after == "declare":
        return Passed(tuple(_declared(lexicon)), words.diagnostics)
    documents = words.then(lambda known_words: parse_all(files, known_words))
    if after == "parse":
        return Passed(tuple((each.path, each.blocks) for each in documents.value), documents.diagnostics)
    corpus = documents.then(lambda read: collect(read, lexicon))
    if after == "collect":
        return Passed(tuple((act.name, act) for act in corpus.value.acts), corpus.diagnostics)
    text = corpus.then(lambda collected: consolidate(collected, on, known))
    return Passed(tuple((each.citation.text(lang), each) for each in text.value.versions), text.diagnostics)


def _declared(lexicon: Lexicon) -> Iterator[tuple[str, object]]:
    yield from ((each.id, each) for each in lexicon.terms)
    yield from lexicon.units.items()
    yield from lexicon.authorities.items()
    yield from lexicon.bodies.items()
