"""What must be absent: points of the architecture that a machine can decide."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "electrules"
FILES = sorted(SRC.rglob("*.py"))
VAGUE = {"utils", "helpers", "common", "misc", "base", "manager", "handler"}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level) + (node.module or "")
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "library" and isinstance(node.args[0], ast.Constant):  # of an extra
            yield node.args[0].value


def test_no_file_or_folder_has_a_name_that_says_nothing():
    assert not [path for path in FILES if VAGUE & {path.stem, path.parent.name}]


HOMES = {
    "lark": "syntax",
    "click": "cli",
    "hypothesis": "testing",
    "tomli_w": "cases",
    "icalendar": "export",
    "xlsxwriter": "export",
    "openpyxl": "elections",
}


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_is_imported_in_one_folder_only(library, home):
    users = {path.relative_to(SRC).parts[0] for path in FILES if any(each.split(".")[0] == library for each in imported(path))}
    assert users == {home}


def test_no_other_library_is_imported():
    known = {*HOMES, "attrs", *sys.stdlib_module_names}
    roots = {each.split(".")[0] for path in FILES for each in imported(path) if not each.startswith(".")}
    assert roots <= known


def test_meaning_never_imports_text():
    wrong = [path for path in FILES if path.relative_to(SRC).parts[0] in ("tree", "evaluate") and any("syntax" in each for each in imported(path))]
    assert not wrong


def test_every_module_says_what_it_is():
    assert not [path for path in FILES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize(
    "path", [path for path in FILES if "__all__" in path.read_text(encoding="utf-8")], ids=lambda path: str(path.relative_to(SRC))
)
def test_public_names_are_listed_one_by_one(path):
    """A type checker runs nothing: names that a comprehension or another list puts into `__all__` do not exist for it."""
    (listed,) = [
        node.value
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__"
    ]
    names = ast.literal_eval(listed)
    assert len(names) == len(set(names))
