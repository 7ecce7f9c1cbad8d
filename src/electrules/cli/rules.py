"""The rules of a run: the shipped corpus, files that stand by themselves, or files on top of what they need."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
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
    """Write *text*, UTF-8, to *path* whole or not at all; raises an `Ending` where that cannot be done.

    A file that may not be written is left as it is, even where the system would let us put another in its place; one that
    has several names keeps them all.
    """
    from .ending import USAGE, Ending
    from .words import say

    content = text.encode("utf-8") if isinstance(text, str) else text
    try:
        _write(Path(os.path.realpath(path)), content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Ending(say("cannot-write", lang, path=str(path)[:NAMED], reason=reason), USAGE) from None


NAMED = 300
"""Characters of a path that a message shows."""


def _write(there: Path, content: bytes) -> None:
    found = there.stat() if there.exists() else None
    if found is not None and not stat.S_ISREG(found.st_mode):  # a terminal, a pipe
        there.write_bytes(content)
        return
    if found is not None and not (found.st_mode & WRITABLE and os.access(there, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with tempfile.NamedTemporaryFile(dir=there.parent, prefix=".", suffix=".part", delete=False) as partly:
        written = Path(partly.name)
        try:
            partly.write(content)
            partly.flush()
            if found is not None and found.st_nlink > 1:
                with there.open("r+b") as file:  # there is room for it: it has just been written beside
                    file.write(content)
                    file.truncate()
                written.unlink()
            else:
                written.chmod(found.st_mode & 0o777 if found is not None else 0o666 & ~_umask())
                written.replace(there)
        except BaseException:
            written.unlink(missing_ok=True)
            raise


WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
