"""What becomes of hostile text: a rulebook or diagnostics with a place, in a thread with a small stack."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import electrules
from electrules.diagnostics.diagnostic import Diagnostic
from electrules.diagnostics.errors import RuleErrors
from electrules.rulebook import Rulebook

STACK = 256 * 1024
T = TypeVar("T")


def in_a_small_stack(work: Callable[[], T], seconds: float = 100) -> T:
    """What *work* makes in a thread whose stack is small; its exception if it raises one."""
    made: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:
            raised.append(error)

    before = threading.stack_size(STACK)
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(seconds)
    finally:
        threading.stack_size(before)
    if raised:
        raise raised[0]
    assert made, "it hangs"
    return made[0]


def tried(text: str, *paths: Path) -> Rulebook | tuple[Diagnostic, ...]:
    """The rulebook of *text* and the files at *paths*, or why there is none: each diagnostic with a place and words in both languages."""
    try:
        return electrules.load(*paths, text=text, base=None)
    except RuleErrors as errors:
        for each in errors.diagnostics[:50]:
            assert each.line and each.column and each.message("vi") and each.message("en") and each.text()
        return errors.diagnostics


def codes(text: str) -> list[str]:
    """The codes of what is wrong with *text*."""
    made = tried(text)
    return [] if isinstance(made, Rulebook) else [each.code for each in made]
