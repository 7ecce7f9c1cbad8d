"""Where the files that travel with the package lie: grammars, the shipped rules, the pages of the errors.

In a wheel they stand in `electrules/_data`; in a checkout (an editable install) beside `src`. Where the package is imported
from an archive on the path, they are unpacked once, into a folder that goes with the process.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOTS = (PACKAGE / "_data", PACKAGE.parent.parent)


@cache
def resource(name: str) -> Path:
    """The file or folder *name*, such as "grammars/places.toml" or "docs/errors"."""
    for root in ROOTS:
        path = root / name
        if path.exists():
            return path
    path = _unpacked() / name
    if path.exists():
        return path
    raise FileNotFoundError(f"{name} is neither in {ROOTS[0]} nor in {ROOTS[1]}")


@cache
def _unpacked() -> Path:
    """The files of the package as they stand in the archive that it is imported from; an empty folder where there is none."""
    import atexit
    import shutil
    import tempfile
    from importlib.resources import files

    folder = Path(tempfile.mkdtemp(prefix="electrules-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    todo = [(files("electrules") / "_data", folder)]
    while todo:
        here, there = todo.pop()
        if here.is_dir():
            there.mkdir(exist_ok=True)
            todo += [(each, there / each.name) for each in here.iterdir()]
        elif here.is_file():
            there.write_bytes(here.read_bytes())
    return folder


@cache
def read_text(name: str) -> str:
    """The text of the file *name*."""
    return resource(name).read_text(encoding="utf-8")


@cache
def read_table(name: str) -> dict[str, dict[str, str]]:
    """The TOML file *name*, as tables of words: treat it as read-only."""
    import tomllib

    return tomllib.loads(read_text(name))


@cache
def table_of(module: str) -> dict[str, dict[str, str]]:
    """The table words.toml that stands beside *module*: treat it as read-only."""
    import tomllib
    from pkgutil import get_data

    return tomllib.loads((get_data(module, "words.toml") or b"").decode())
