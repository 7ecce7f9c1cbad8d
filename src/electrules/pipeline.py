"""Every pass, in order: files in, rulebook out, with all that was said on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from os import PathLike

from .corpus.collect import collect
from .diagnostics.diagnostic import Diagnostic, merged, placed
from .diagnostics.errors import RuleErrors
from .diagnostics.passed import Passed
from .resources import resource
from .rulebook.build import said_in
from .rulebook.depend import depend
from .rulebook.law import Law, law, laws
from .rulebook.names import Terms
from .rulebook.rulebook import Rulebook
from .source.file import SourceFile
from .source.read import read, read_text
from .syntax.lexicon import Lexicon

SHIPPED = "rules"
"""The folder of the corpus that travels with the package."""


def load(*paths: str | PathLike[str], text: str | None = None, base: str | PathLike[str] | None = SHIPPED, lang: str = "vi") -> Rulebook:
    """The rulebook of the files at *paths* and of *text*, on top of *base* (the shipped corpus; None: nothing).

    A path is a rule file (`.luat`) or a folder, read with all folders below it. *lang* ("vi" or "en") is the language
    that answers, citations and errors speak unless asked otherwise; rules are read in either. Raises `RuleErrors` with all
    that is wrong; warnings stand in `Rulebook.diagnostics`.
    """
    with _one_generation():
        files = sources(paths, text, base)
        passed = files.then(partial(rulebook, lang=lang))
    said = merged(placed((each.said_in(lang) for each in passed.diagnostics), {file.path: file for file in files.value}))
    if any(each.severity == "error" for each in said):
        raise RuleErrors(said)
    return passed.value(said)


@contextmanager
def _one_generation() -> Iterator[None]:
    """Let the garbage collector rest: what a load makes lives on, and looking through it again and again takes a third of the time."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def sources(paths: Sequence[str | PathLike[str]], text: str | None, base: str | PathLike[str] | None) -> Passed[tuple[SourceFile, ...]]:
    """Every file to be read, each once, those of *base* first."""
    shipped = resource(SHIPPED) if base == SHIPPED else None
    first = [] if base is None else [shipped or base]
    found = read(paths, below=shipped.parent if shipped else None, base=first) if first or paths else Passed[tuple[SourceFile, ...]](())
    if text is None:
        return found
    more = read_text(text)
    return Passed((*found.value, *more.value), (*found.diagnostics, *more.diagnostics))


class Loaded:
    """A rulebook that waits for its diagnostics to be placed in their files."""

    def __init__(self, files: Sequence[SourceFile], lexicon: Lexicon, whole: Law, lang: str) -> None:
        self.files = {file.path: file for file in files}
        self.lexicon = lexicon
        self.whole = whole
        self.lang = lang

    def __call__(self, said: tuple[Diagnostic, ...]) -> Rulebook:
        known = laws(self.whole.timeline.corpus, self.lexicon, self.whole, self.lang)
        return Rulebook(known, Terms(self.whole.terms, self.lexicon, self.lang), said, self.files, self.lang)


def rulebook(files: Sequence[SourceFile], lang: str = "vi") -> Passed[Loaded]:
    """Every pass after reading."""
    from .cases.doubtful import doubtful
    from .syntax.declare import declare  # Lark is loaded where text is read, not where a tree is asked
    from .syntax.parse import parse_all

    words = declare(files)
    lexicon = words.value
    whole = (
        words.then(partial(parse_all, files))  # text -> documents, in the words declared
        .then(partial(collect, lexicon=lexicon))  # documents -> corpus (all time)
        .then(lambda made: Passed(made, tuple(doubtful(made.cases, lexicon))))  # each fact of a case is stated once, in its unit
        .then(partial(law, lexicon=lexicon, terms=said_in(lang, lexicon.terms), lang=lang))  # corpus -> what each day's text says
        .then(lambda made: Passed(made, depend(made)))  # nothing may go in a circle
    )
    return Passed(Loaded(files, lexicon, whole.value, lang), whole.diagnostics)
