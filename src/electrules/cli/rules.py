"""The rules of a run: the shipped corpus, files that stand by themselves, or files on top of what they need."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..rulebook import Rulebook


def loaded(rules: Sequence[str], lang: str, more: Sequence[str] = ()) -> Rulebook:
    """The rulebook of the paths *rules* (none: the shipped corpus) and of *more*.

    Paths that stand by themselves are loaded alone; what needs the shipped corpus is laid on top of it. If it loads
    neither way, the way with fewer errors is the one that is reported. Raises `RuleErrors`.
    """
    from ..diagnostics.errors import RuleErrors
    from ..pipeline import load

    paths = [path for path in (*rules, *more) if rules or not is_shipped(path)]
    if not paths:
        return load(lang=lang)
    try:
        return load(*paths, base=None, lang=lang)
    except RuleErrors as alone:
        if any(is_shipped(path) for path in paths):
            raise
        try:
            return load(*paths, lang=lang)
        except RuleErrors as on_top:
            raise min((alone, on_top), key=lambda error: len(error.diagnostics)) from None


def is_shipped(path: str) -> bool:
    """Whether *path* lies in the corpus that travels with the package."""
    from ..resources import resource

    return Path(path).resolve().is_relative_to(resource("rules").resolve())


def files_below(law: Rulebook, paths: Sequence[str]) -> frozenset[str]:
    """The names of those files of *law* that lie at or below *paths*; all of them where there are no paths."""
    if not paths:
        return frozenset(law.files)
    tops = [Path(path).resolve() for path in paths]
    return frozenset(name for name, file in law.files.items() if file.place is not None and _below(file.place.resolve(), tops))


def _below(place: Path, tops: Iterable[Path]) -> bool:
    return any(place == top or place.is_relative_to(top) for top in tops)


def write(path: str | os.PathLike[str], text: str | bytes, lang: str) -> None:
    """Write *text*, UTF-8, to *path* whole or not at all; raises an `Ending` where that cannot be done."""
    from .ending import USAGE, Ending
    from .words import say

    content = text.encode("utf-8") if isinstance(text, str) else text
    there = Path(os.path.realpath(path))
    partly = there.with_name(f".{there.name}.{os.getpid()}.part")
    try:
        if there.exists() and not there.is_file():  # a terminal, a pipe
            there.write_bytes(content)
            return
        partly.write_bytes(content)
        if there.exists():
            partly.chmod(there.stat().st_mode & 0o777)
        partly.replace(there)
    except OSError as error:
        partly.unlink(missing_ok=True)
        raise Ending(say("cannot-write", lang, path=there, reason=error.strerror or error), USAGE) from None
