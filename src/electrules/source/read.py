"""The only reader of rule files: bytes in, source files out, with all that is wrong with their characters."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose, placed
from ..diagnostics.passed import Passed
from ..limits import FILE_BYTES, FILES
from ..resources import read_table
from .file import SourceFile
from .leftovers import leftovers
from .screen import Blemish, screened
from .span import Span
from .text import fold_key, nearest, normalised, rewritten

SUFFIX = ".luat"
BESIDE = (".#", "._")
"""What stands beside a file and is none: an editor's lock, what macOS keeps of it where a disk knows no more than names."""
ANONYMOUS = "<text>"
Paths: TypeAlias = "str | os.PathLike[str] | Iterable[str | os.PathLike[str]]"


def read(paths: Paths, below: Path | None = None, base: Paths = ()) -> Passed[tuple[SourceFile, ...]]:
    """The rule files at *base*, then those at *paths*: a file, or every `.luat` below a folder, in the order of their names.

    Files are called by their path as given, or, under the folder *below*, by what follows it. A file that is no text
    is left out; every other comes back, put right as far as the diagnostics say.
    """
    under, over = ([each] if isinstance(each, str | os.PathLike) else list(each) for each in (base, paths))
    diagnostics: list[Diagnostic] = []
    found: dict[str, Path] = {}
    for path in under:
        for each in _found(Path(path), diagnostics):
            found.setdefault(os.path.realpath(each), each)
    bases = frozenset(found.values())
    for path in over:
        for each in _found(Path(path), diagnostics):
            found.setdefault(os.path.realpath(each), each)
    if len(found) > FILES:
        return Passed((), (*diagnostics, diagnose("ER0105", case="files", size=str(len(found)), most=str(FILES))))
    named = sorted((path not in bases, _name(path, below), path) for path in found.values())
    diagnostics += [_unread(Path(name), "twice") for name, times in Counter(name for _, name, _ in named).items() if times > 1]
    passed = [(above, _read_file(path, name)) for above, name, path in named]
    files = tuple(file if above else evolve(file, base=True) for above, each in passed for file in each.value)
    return Passed(files, (*diagnostics, *(said for _, each in passed for said in each.diagnostics)))


def read_text(text: str, path: str = ANONYMOUS, place: Path | None = None) -> Passed[tuple[SourceFile, ...]]:
    """The one source file that *text* is, called *path*, that lies at *place*."""
    if len(text) > FILE_BYTES or len(text.encode("utf-8", "surrogatepass")) > FILE_BYTES:
        return _refused("ER0105", path, size=str(len(text.encode("utf-8", "surrogatepass"))), most=str(FILE_BYTES))
    if "\0" in text:
        before = text[: text.index("\0")]
        return _refused("ER0101", path, len(re.findall("\r\n|\n|\r", before)) + 1, case="nul")
    normal, way = normalised(text)
    first = SourceFile(path, normal, text, ways=(way,))
    blemishes = (*screened(normal), *leftovers(normal))
    said = [_diagnostic(each, path) for each in blemishes]
    mended, to_normal = rewritten(normal, _disjoint(edit for each in blemishes for edit in each.edits))
    again, to_mended = normalised(mended) if blemishes else (mended, way)
    file = SourceFile(path, again, text, ways=(to_mended, to_normal, way) if blemishes else (way,), place=place)
    file, missing = _in_its_language(file)
    return Passed((file,), (*placed(missing, {path: file}), *placed(said, {path: first})))


# -------------------------------------------------------------------- files


def _found(path: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """The files that *path* means; links to folders are not followed, so no loop of them is entered."""
    try:
        if not path.is_dir():
            if not os.path.lexists(path):
                diagnostics.append(_unread(path, "missing"))
            else:
                yield path
            return
    except (OSError, ValueError):
        diagnostics.append(_unread(path))
        return
    folders, count, almost = [path], 0, ""
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(Path(entry.path))
                    elif entry.name.startswith(BESIDE):
                        continue
                    elif entry.name.endswith(SUFFIX) and not entry.is_dir():
                        count += 1
                        yield Path(entry.path)
                    elif SUFFIX in entry.name.lower():
                        almost = almost or entry.name
        except OSError:
            diagnostics.append(_unread(folder))
    if not count:
        diagnostics.append(_unread(path, "almost", almost=_printable(almost)) if almost else _unread(path, "empty"))


def _read_file(path: Path, name: str) -> Passed[tuple[SourceFile, ...]]:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return Passed((), (_unread(path, "special"),))
        with open(path, "rb") as stream:
            content = stream.read(FILE_BYTES + 1)
            size = len(content) if len(content) <= FILE_BYTES else os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        return Passed((), (_unread(path),))
    if size > FILE_BYTES:
        return _refused("ER0105", name, size=str(size), most=str(FILE_BYTES))
    return read_bytes(content, name, path)


def read_bytes(content: bytes, path: str = ANONYMOUS, place: Path | None = None) -> Passed[tuple[SourceFile, ...]]:
    """The one source file whose bytes are *content*, called *path*, that lies at *place*."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused("ER0101", path, case="utf16")
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _refused("ER0101", path, line, position=str(error.start + 1))
    return read_text(text, path, place)


def _name(path: Path, below: Path | None) -> str:
    """What a file is called: printable, normal, the same on every system."""
    shown = path.relative_to(below) if below is not None and path.is_relative_to(below) else path
    return unicodedata.normalize("NFC", _printable(shown.as_posix()))


def _printable(name: str) -> str:
    """The name of a file as text, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "replace")


def _unread(path: Path, case: str = "", **data: str) -> Diagnostic:
    name = _printable(path.as_posix())
    said = diagnose("ER0112", path=name)
    return evolve(said, data=(*said.data, *data.items(), *((("case", case),) if case else ())), path=name)


def _refused(code: str, path: str, line: int = 1, **data: str) -> Passed[tuple[SourceFile, ...]]:
    return Passed((), (evolve(diagnose(code), data=tuple(data.items()), path=path, line=line, column=1, end_line=line, end_column=1),))


# ------------------------------------------------------------ what is in them


def _diagnostic(blemish: Blemish, path: str) -> Diagnostic:
    first, *rest = (Span(path, start, end) for start, end in blemish.spans)
    return evolve(diagnose(blemish.code, first, suggestion=blemish.suggestion, places=rest), data=blemish.data)


def _disjoint(edits: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    done = 0
    for start, end, new in sorted(edits):
        if start >= done:
            yield start, end, new
            done = end


@cache
def languages() -> dict[str, str]:
    """The first line of a file, folded, and the surface that it announces."""
    return {fold_key(line): lang for lang, line in read_table("grammars/places.toml")["language"].items()}


def _in_its_language(file: SourceFile) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """*file* with the surface that its first line announces; without such a line, with the likeliest."""
    table = read_table("grammars/places.toml")
    found = re.search(r"^(?!\s*(?:#|$))[^\n\r]*$", file.text.replace("\r", "\n"), re.MULTILINE)
    line, start, end = (found.group(), *found.span()) if found else ("", 0, 0)
    announced = re.sub(r"\s*:\s*", ": ", fold_key(line.partition("#")[0])).rstrip(". ")
    if announced in languages():
        return evolve(file, surface=languages()[announced], body=end), ()
    near = nearest(announced, languages(), 1)
    surface = languages()[near[0]] if near else _likeliest(file.text, table)
    span = Span(file.path, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    missing = diagnose("ER0106", span, expected=tuple(table["language"].values()), suggestion=table["language"][surface])
    return evolve(file, surface=surface, body=end if near else 0), (missing,)


def _likeliest(text: str, table: dict[str, dict[str, str]]) -> str:
    """The surface in which more lines begin with the word of a place; Vietnamese if neither."""

    def headings(lang: str) -> int:
        words = "|".join(re.escape(fold_key(table[part][lang])) for part in ("article", "clause", "point", "annex"))
        return len(re.findall(rf"^[ \t]*(?:{words})\b", text, re.MULTILINE | re.IGNORECASE))

    return "en" if headings("en") > headings("vi") else "vi"
