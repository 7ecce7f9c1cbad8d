"""Any value of the pipeline as readable text: attrs values field by field, indented; places in files are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

LEFT_OUT = frozenset({"span", "spans", "origin", "lang"})
WIDE = 110


def outline(value: object, depth: int = 0) -> Iterator[str]:
    """The lines of *value*."""
    stack: list[tuple[int, str, object]] = [(depth, "", value)]
    while stack:
        level, head, here = stack.pop()
        short = brief(here)
        if short is not None and (is_whole(here) or len(short) + len(head) + 2 * level <= WIDE):
            yield "  " * level + head + short
            continue
        yield "  " * level + head + title(here)
        stack.extend((level + 1, f"{name}: " if name else "- ", each) for name, each in reversed(list(parts(here))))


def is_whole(value: object) -> bool:
    """Whether *value* has no parts, however long it is."""
    return (not attrs.has(type(value)) and not isinstance(value, Mapping | tuple | list | set | frozenset)) or type(value).__name__ in (
        "Citation",
        "Address",
    )


def title(value: object) -> str:
    """What heads the parts of *value*."""
    return type(value).__name__ if attrs.has(type(value)) else ""


def parts(value: object) -> Iterator[tuple[str, object]]:
    """The parts of *value* that are not empty, named where they have names."""
    kind: Any = type(value)
    if attrs.has(kind):
        names = [field.name for field in attrs.fields(kind) if field.name not in LEFT_OUT and not field.name.startswith("_")]
        yield from ((name, each) for name in names if (each := getattr(value, name)) is not None and each is not False and each not in ("", ()))
    elif isinstance(value, Mapping):
        yield from ((str(key), each) for key, each in value.items())
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (("", each) for each in value)


def brief(value: object) -> str | None:
    """*value* in one line, where it has no parts worth a line of their own; None where it has."""
    match value:
        case _ if type(value).__name__ in ("Citation", "Address"):
            return value.text("en")  # type: ignore[attr-defined, no-any-return]
        case _ if is_whole(value):
            return str(value)
        case tuple() | list() if all(isinstance(each, str) for each in value):
            return ", ".join(value)
        case _ if attrs.has(type(value)):
            below = [(name, brief(each)) for name, each in parts(value)] if _is_shallow(value) else [("", None)]
            return None if any(each is None for _, each in below) else f"{title(value)}({', '.join(f'{name}={each}' for name, each in below)})"
        case _:
            return None


def _is_shallow(value: object) -> bool:
    """Whether no part of *value* has parts itself, but for words and numbers: two levels fit a line, more do not."""
    return all(not attrs.has(type(each)) or not any(attrs.has(type(under)) for _, under in parts(each)) for _, each in parts(value))
