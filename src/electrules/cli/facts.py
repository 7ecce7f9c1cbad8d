"""Facts as they come to the command line: from a JSON or TOML file, from the input, from `--set`."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.unread import said_of
from ..languages import LANGS
from ..limits import FILE_BYTES
from ..tree.types import Day, Number
from ..values.number import SCALES, exact, read_number, read_scaled
from ..values.time import read_day
from ..values.unread import Unread
from ..values.value import plain

if TYPE_CHECKING:
    from ..evaluate import Vocabulary

STDIN = "-"
QUANTITY = re.compile(r"(?P<number>[+\-\u2212]?[0-9][0-9.,/]*)(?P<words>(?: +[^\W\d]\S*)*)")
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers")
"""Suffixes of tables: of these read as JSON, as any other file is, the errors would say nothing."""


# ------------------------------------------------------------------ from files


class _Float(str):
    """A number with a decimal point or an exponent, as it was written."""

    __slots__ = ()


class _Table(dict[str, object]):
    """A JSON object with the names that it gives twice."""

    twice: tuple[str, ...] = ()


def facts_file(path: str) -> dict[str, object]:
    """The facts in the file *path*, TOML by its suffix, else JSON; `-` is the input. Raises `FactErrors`."""
    suffix = Path(path).suffix.lower()
    if suffix in TABLES:
        raise FactErrors([diagnose("ER0613", path=path, reason=suffix, case="suffix")])
    text = file_text(path)
    try:
        data: Any = _toml(text) if path.lower().endswith(".toml") else _json(text)
    except (ValueError, RecursionError) as error:
        raise _unread(path, str(error) or type(error).__name__) from None
    if not isinstance(data, dict):
        raise FactErrors([diagnose("ER0613", path=path, reason="", case="table")])
    problems = list(_problems(data, ""))
    if problems:
        raise FactErrors(problems)
    return dict(data)


def file_text(path: str) -> str:
    """The text of the file *path* (`-`: of the input), UTF-8 with or without its mark. Raises `FactErrors`."""
    content = _content(path)
    if len(content) > FILE_BYTES:
        raise _unread(path, f"> {FILE_BYTES} bytes")
    try:
        return content.decode("utf-8-sig")
    except ValueError as error:
        raise FactErrors([diagnose("ER0613", path=path, reason=str(error), case="encoding")]) from None


def _content(path: str) -> bytes:
    try:
        if path == STDIN:
            if sys.stdin is None:  # closed by whoever called
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            stream = getattr(sys.stdin, "buffer", None)
            return stream.read(FILE_BYTES + 1) if stream is not None else sys.stdin.read(FILE_BYTES + 1).encode()
        with Path(path).open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unread(path, getattr(error, "strerror", None) or str(error)) from None


def _unread(path: str, reason: str) -> FactErrors:
    return FactErrors([diagnose("ER0613", path=path, reason=reason)])


def _toml(text: str) -> object:
    return tomllib.loads(text, parse_float=_Float)


def _json(text: str) -> object:
    return json.loads(text, parse_float=_Float, parse_constant=_Float, object_pairs_hook=_paired)


def _paired(pairs: list[tuple[str, object]]) -> _Table:
    table = _Table(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        table.twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return table


def _problems(data: object, where: str) -> Iterable[Diagnostic]:
    """The names given twice and the floats in *data*, at any depth."""
    stack = [(data, where)]
    while stack:
        here, name = stack.pop()
        if isinstance(here, _Float):
            yield diagnose("ER0603", fact=name, name=name, value=here[:60], suggestion=exact_form(here))
        elif isinstance(here, dict):
            for each in getattr(here, "twice", ()):
                yield diagnose("ER0607", fact=each, name=each, other=each)
            stack.extend((value, f"{name}.{key}" if name else key) for key, value in reversed(here.items()))
        elif isinstance(here, list):
            stack.extend((value, f"{name}[{place}]") for place, value in reversed(list(enumerate(here))))


def exact_form(text: str) -> str | None:
    """How a file of facts writes the decimal *text* exactly: a whole number, or a fraction as text; None where it has no short one."""
    try:
        number = exact(Decimal(text)) if len(text) <= 40 else None  # a huge exponent is never worked out
    except InvalidOperation:
        return None
    if number is None:
        return None
    return str(number) if isinstance(number, int) else f'"{number.numerator}/{number.denominator}"'


# ------------------------------------------------------------------ from --set


def settings(given: Iterable[tuple[str, str]], vocabulary: Vocabulary, lang: str | None) -> dict[str, object]:
    """Facts typed as names and texts, by the ids of their terms; raises `FactErrors`.

    Numbers and days are read in *lang*; without one, a number with a single separator is refused with both readings.
    """
    found: dict[str, object] = {}
    names: dict[str, str] = {}
    problems = []
    for name, text in given:
        term = vocabulary.find(name)
        key = term.id if term is not None else name
        if key in names:
            problems.append(diagnose("ER0607", fact=name, name=name, other=names[key]))
            continue
        names[key] = name
        value = setting(text.strip(), term.type if term is not None else None, lang)
        if isinstance(value, Unread):
            problems.append(said_of(value, text, fact=name))
        else:
            found[name] = value
    if problems:
        raise FactErrors(problems)
    return found


def setting(text: str, type_: object, lang: str | None) -> object:
    """The value that *text* gives a fact of *type_*: what is no number or day stays text."""
    match type_:
        case Number() if (found := QUANTITY.fullmatch(text)) is not None:
            return _quantity(found["number"], found["words"].split(), lang)
        case Day() if lang is not None:
            day = read_day(text, lang)
            return day if isinstance(day, date) else text
        case _:
            return text


def _quantity(number: str, words: list[str], lang: str | None) -> object:
    """The number that digits, a scale ("1,5 triệu") and a unit say: with a unit the exact text that facts take, "1500000 dân"."""
    surface = lang or next((each for each in LANGS if words and words[0].lower() in SCALES[each]), None)
    scale = list(takewhile(lambda word: surface is not None and word.lower() in SCALES[surface], words))
    read = read_scaled(" ".join((number, *scale)), surface) if surface is not None and scale else read_number(number, lang)
    unit = " ".join(words[len(scale) :])
    return read if isinstance(read, Unread) or not unit else f"{plain(read)} {unit}"


def merged(facts: Mapping[str, object], over: Mapping[str, object], vocabulary: Vocabulary) -> dict[str, object]:
    """*facts* with those of *over* in place of what they give of the same terms, under whatever name."""
    replaced = {term.id for name in over if (term := vocabulary.find(name)) is not None}
    kept = {name: value for name, value in facts.items() if (term := vocabulary.find(name)) is None or term.id not in replaced}
    return kept | dict(over)
