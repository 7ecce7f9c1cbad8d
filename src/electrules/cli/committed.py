"""Rule files as they were last committed, read from git by its own command."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from .ending import USAGE, Ending
from .words import say


@contextmanager
def committed(paths: Sequence[str], lang: str) -> Iterator[list[str]]:
    """Folders or files that hold *paths* as last committed, for as long as they are needed; raises an `Ending` where there are none."""
    with TemporaryDirectory(prefix="electrules-") as folder:
        yield [str(_exported(Path(path).resolve(), Path(folder) / str(place), lang)) for place, path in enumerate(paths)]


def _exported(path: Path, into: Path, lang: str) -> Path:
    here = path if path.is_dir() else path.parent
    top = _git(here, lang, "rev-parse", "--show-toplevel")
    _git(here, lang, "rev-parse", "--verify", "HEAD")
    below = path.relative_to(Path(top.decode("utf-8").rstrip("\n")).resolve())
    archive = _git(
        here, lang, "-C", str(path.anchor / Path(top.decode("utf-8").rstrip("\n"))), "archive", "--format=tar", "HEAD", "--", str(below), missing=path
    )
    into.mkdir()
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(into, filter="data")
    return into / below


def _git(here: Path, lang: str, *arguments: str, missing: Path | None = None) -> bytes:
    try:
        made = subprocess.run(["git", "-C", str(here), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except (FileNotFoundError, NotADirectoryError):
        raise Ending(say("no-git", lang), USAGE) from None
    if made.returncode:
        words = "no-repository" if missing is None else "not-committed"
        raise Ending(say(words, lang, path=missing or here), USAGE)
    return made.stdout
