"""All cases of a rulebook: those in its files and those recorded beside them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from ..corpus.corpus import Corpus
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import RuleErrors
from ..source.beside import beside, read_beside
from ..source.file import SourceFile
from ..syntax.lexicon import Lexicon
from .case import Case, Expected
from .recorded import recorded_cases
from .written import written_cases


def gather(corpus: Corpus, lexicon: Lexicon, files: Mapping[str, SourceFile]) -> tuple[Case, ...]:
    """Every case, in the order of the files; raises `RuleErrors` where a file of recorded cases cannot be read.

    A recorded case of the same name takes the place of a written one as long as that expects what was replaced.
    """
    recorded: dict[tuple[str, str], Case] = {}
    said: list[Diagnostic] = []
    for path, file in files.items():
        here = file.place
        if here is None:
            continue
        try:
            text = read_beside(here)
            recorded.update(((path, each.name), _known(each, corpus)) for each in (recorded_cases(text, path) if text is not None else ()))
        except ValueError as error:
            said.append(diagnose("ER0113", path=str(beside(here)), reason=str(error)))
    if said:
        raise RuleErrors(said)
    found: dict[str, list[Case]] = {path: [] for path in files}
    for case in written_cases(corpus, lexicon, files):
        other = recorded.get((case.path, case.name))
        if other is not None and other.instead_of is not None:
            recorded.pop((case.path, case.name))
            case = other if other.instead_of == case.expected else case
        found.setdefault(case.path, []).append(case)
    for case in recorded.values():
        found[case.path].append(case)
    return tuple(case for cases in found.values() for case in cases)


def _known(case: Case, corpus: Corpus) -> Case:
    """*case* with the places that it expects as the rulebook knows them."""

    def known(expected: Expected | None) -> Expected | None:
        return expected and evolve(expected, under=tuple(corpus.cited_as(each) for each in expected.under))

    return evolve(case, expected=known(case.expected), instead_of=known(case.instead_of))
