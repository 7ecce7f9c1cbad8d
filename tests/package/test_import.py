"""What an import costs, and what answers without Lark."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import electrules

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
AN_GIANG = {"kind": "province", "name": "An Giang", "population": 1_904_532, "mountainous": False, "highland": False, "island": False}
ASK = f"import electrules; a = electrules.load().ask('seats', {AN_GIANG!r}, on='2021-05-23'); import json, sys; sys.stdout.write(json.dumps(a.to_dict(), sort_keys=False))"


def said(program, *, given=None, **surroundings):
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **surroundings}
    done = subprocess.run([sys.executable, "-c", program], input=given, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.strip()


def test_importing_the_package_loads_neither_lark_nor_click():
    assert said("import sys, electrules; print(sorted({'lark', 'click', 'hypothesis'} & set(sys.modules)))") == "[]"


def test_a_tree_from_json_answers_without_lark(law):
    record = json.dumps(law.tree("seats", on="2021-05-23").to_dict())
    program = f"import sys, json; sys.modules['lark'] = None; from electrules.tree import Tree; print(Tree.from_dict(json.load(sys.stdin)).ask({AN_GIANG!r}).value)"
    assert said(program, given=record) == "62"


def test_surroundings_change_no_answer():
    plain = said(ASK)
    for changed in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"}, {"LANG": "C", "LC_ALL": "C"}, {"TZ": "Asia/Ho_Chi_Minh"}):
        assert said(ASK, **changed) == plain
    assert said(f"import decimal; decimal.getcontext().prec = 2; {ASK}") == plain


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "từ vựng\n" * 2_000, "điều 1\n  " + "a và " * 10_000], ids=["parentheses", "headings", "a long condition"]
)
def test_a_small_stack_is_enough(text):
    ended = []

    def work():
        try:
            electrules.load(text="ngôn ngữ: tiếng Việt\n" + text, base=None)
            ended.append("loaded")
        except electrules.RuleErrors as errors:
            ended.append(len(errors.diagnostics))

    size = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
    assert ended
