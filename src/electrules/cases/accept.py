"""Recording cases: accepted answers, and witnesses of what is wrong with the law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

from ..source.beside import beside
from ..source.file import SourceFile
from .case import Case
from .recorded import recorded_text
from .run import CaseResult, Law, answered_as, run


def accept(results: Iterable[CaseResult]) -> tuple[Case, ...]:
    """The recorded cases that result when every answer that is not as expected is accepted."""
    kept = []
    for result in results:
        case = result.case
        if not result.ok and result.answer is not None:
            before = case.instead_of if case.recorded else case.expected
            case = evolve(case, expected=answered_as(result.answer), recorded=True, instead_of=before)
        if case.recorded:
            kept.append(case)
    return tuple(kept)


def witness_cases(law: Law, witnesses: Iterable[Case], known: Iterable[Case]) -> tuple[Case, ...]:
    """*witnesses* with what the law says of them now, after the recorded cases among *known*; the same witness is kept once."""
    recorded = [each for each in known if each.recorded]
    names = {(each.path, each.name) for each in known}
    for case in witnesses:
        answer = run(law, case).answer
        if (case.path, case.name) not in names and answer is not None:
            names.add((case.path, case.name))
            recorded.append(evolve(case, expected=answered_as(answer), recorded=True))
    return tuple(recorded)


def cases_files(cases: Iterable[Case], files: Mapping[str, SourceFile]) -> dict[Path, str]:
    """The files of recorded cases to be written, each with its text; cases of rule text that came from no file are left out."""
    by_path: dict[str, list[Case]] = {}
    for case in cases:
        by_path.setdefault(case.path, []).append(case)
    found = {}
    for path, each in by_path.items():
        here = files[path].place if path in files else None
        if here is not None:
            found[beside(here)] = recorded_text(each)
    return found
