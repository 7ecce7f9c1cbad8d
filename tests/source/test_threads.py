"""Hostile text in a thread with a small stack: an answer, never a crash."""

from __future__ import annotations

import threading

import pytest

from electrules.source.places import read_address
from electrules.source.read import read_text
from electrules.source.text import nearest

HOSTILE = [
    "(" * 200_000,
    "\u0301" * 200_000,
    '"' * 200_000,
    ":" + " " * 200_000,
    "điều " * 50_000,
    "а" * 200_000,
    "<<<<<<< \n" * 20_000,
    "=\n" * 50_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_a_small_stack(text: str) -> None:
    done: list[bool] = []

    def run() -> None:
        passed = read_text("ngôn ngữ: tiếng Việt\n" + text)
        for said in passed.diagnostics[:50]:
            said.text("vi")
        read_address(text), nearest(text, ["điều"])
        done.append(True)

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join(60)
    finally:
        threading.stack_size(before)
    assert done
