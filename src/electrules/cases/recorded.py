"""Cases as the tool writes them: TOML, read back to the same cases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from typing import get_args

from ..evaluate.outcome import OutcomeName
from ..source.places import read_citation
from ..tree.nodes import Value
from ..values.value import Value as AnyValue
from ..values.value import plain
from .case import Case, Expected

VERSION = 1
_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*case[ \t]*\]\]", re.MULTILINE)
_RATIO = re.compile(r"-?[0-9]{1,100}/[0-9]{1,100}")
_OUTCOMES = get_args(OutcomeName)


class Unreadable(ValueError):
    """Why a text is no file of cases."""


# ------------------------------------------------------------------- writing


def recorded_text(cases: Iterable[Case]) -> str:
    """*cases* as TOML, which `recorded_cases` reads back."""
    import tomli_w

    return tomli_w.dumps({"version": VERSION, "case": [_table(each) for each in cases]})


def _table(case: Case) -> dict[str, object]:
    facts = {name: _toml(value) for name, value in case.facts.items()}  # type: ignore[arg-type]
    found: dict[str, object] = {"name": case.name, "term": case.term, "on": case.on, "facts": facts}
    if case.expected is not None:
        found["expected"] = _expected_table(case.expected)
    if case.instead_of is not None:
        found["instead_of"] = _expected_table(case.instead_of)
    return found


def _expected_table(expected: Expected) -> dict[str, object]:
    found = expected.to_dict()
    if expected.value is not None:
        found["value"] = _toml(expected.value)
    return found


def _toml(value: AnyValue) -> object:
    """*value* as TOML has it: it has days and times, but no fractions."""
    if isinstance(value, (date, time)):
        return value
    if isinstance(value, tuple) and all(isinstance(each, tuple) and len(each) == 2 and isinstance(each[0], str) for each in value):
        return {str(each[0]): _toml(each[1]) for each in value if isinstance(each, tuple) and each[1] is not None}
    if isinstance(value, (tuple, list)):
        return [_toml(each) for each in value]
    return plain(value)


# ------------------------------------------------------------------- reading


def recorded_cases(text: str, path: str) -> tuple[Case, ...]:
    """The cases of a TOML *text*, about the rule file *path*; raises `Unreadable`."""
    try:
        data = tomllib.loads(text, parse_float=_no_float)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    tables = data.get("case", [])
    if data.get("version") != VERSION or not isinstance(tables, list) or data.keys() - {"version", "case"}:
        raise Unreadable(f"version = {VERSION}, [[case]]")
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADING.finditer(text)]
    lines += [1] * (len(tables) - len(lines))
    return tuple(_case(table, path, line) for table, line in zip(tables, lines, strict=False))


def _no_float(text: str) -> object:
    raise Unreadable(text)


def _case(table: object, path: str, line: int) -> Case:
    if not isinstance(table, dict) or table.keys() - {"name", "term", "on", "facts", "expected", "instead_of"}:
        raise Unreadable(f"[[case]], {line}")
    name, term, on, facts = (table.get(key) for key in ("name", "term", "on", "facts"))
    if not (isinstance(name, str) and isinstance(term, str) and isinstance(on, date) and not isinstance(on, datetime) and isinstance(facts, dict)):
        raise Unreadable(f"name, term, on, facts: {line}")
    expected, before = (_expected(table[key], line) if key in table else None for key in ("expected", "instead_of"))
    return Case(name, term, {key: _value(value) for key, value in facts.items()}, on, expected, path, line, recorded=True, instead_of=before)


def _expected(table: object, line: int) -> Expected:
    if not isinstance(table, Mapping) or table.get("outcome") not in _OUTCOMES or table.keys() - {"outcome", "value", "unit", "missing", "under"}:
        raise Unreadable(f"[case.expected], {line}")
    unit, missing = table.get("unit"), _texts(table.get("missing", []), line)
    under = [read_citation(each, "en") for each in _texts(table.get("under", []), line)]
    if any(each is None for each in under) or not isinstance(unit, str | None):
        raise Unreadable(f"under, unit: {line}")
    return Expected(table["outcome"], _value(table.get("value")), unit, missing, tuple(each for each in under if each is not None))


def _texts(given: object, line: int) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise Unreadable(f"missing, under: {line}")
    return tuple(given)


def _value(given: object) -> Value | None:
    if isinstance(given, str) and _RATIO.fullmatch(given) and given.partition("/")[2].strip("0"):
        return Fraction(given)
    if isinstance(given, list):
        return tuple(_value(each) for each in given)
    return given  # type: ignore[return-value]
