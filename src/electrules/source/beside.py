"""What lies beside a rule file: NAME.cases.toml, the cases that the tool writes, next to NAME.luat."""

from __future__ import annotations

from pathlib import Path

from ..limits import FILE_BYTES
from ..resources import resource
from .file import SourceFile

SUFFIX = ".cases.toml"


def located(file: SourceFile) -> Path | None:
    """Where *file* lies; None for text that came from no file.

    A shipped file is called by its path below the package's data, so that a folder of the same name where we stand could
    be meant too: the one that holds this very text is.
    """
    there = Path(file.path)
    for path in (there, resource("rules").parent / there):
        try:
            if path.is_file() and path.read_bytes().decode("utf-8-sig") == file.original:
                return path
        except (OSError, ValueError):
            continue
    return None


def beside(path: Path) -> Path:
    """The file of cases that lies beside the rule file at *path*."""
    return path.with_name(path.stem + SUFFIX)


def read_beside(path: Path) -> str | None:
    """The text of the cases beside the rule file at *path*; None where there are none. Raises `ValueError` for what is no text."""
    found = beside(path)
    try:
        with found.open("rb") as stream:
            content = stream.read(FILE_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError(str(error)) from error
    if len(content) > FILE_BYTES:
        raise ValueError(f"> {FILE_BYTES} bytes")
    return content.decode("utf-8-sig")
