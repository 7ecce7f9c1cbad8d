"""What lies beside a rule file: NAME.cases.toml, the cases that the tool writes, next to NAME.luat."""

from __future__ import annotations

from pathlib import Path

from ..limits import FILE_BYTES

SUFFIX = ".cases.toml"


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
