"""Files that are no rules, or half of them, give diagnostics with a place, never a traceback."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

import electrules

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "rules" / "vn" / "law" / "47-2019-qh14" / "47-2019-qh14.luat"
FIRST = "ngôn ngữ: tiếng Việt\n"


def bad_files():
    whole = SOURCE.read_bytes()
    yield "half a file", whole[: len(whole) // 2]
    yield "NUL", whole[:200] + b"\0" + whole[200:]
    yield "UTF-16", whole.decode().encode("utf-16")
    yield "no language", whole.split(b"\n", 1)[1]
    yield "merge markers", (FIRST + "<<<<<<< HEAD\ntừ vựng\n=======\n>>>>>>> x\n").encode()
    yield "Word quotes", whole.replace(b'"', "“".encode())
    yield "Excel formula", (FIRST + "=SUM(A1:A9)\n").encode()
    yield "two megabytes and more", FIRST.encode() + b"# a\n" * 600_000
    yield "ten thousand terms", (FIRST + "điều 1\n  Tỉnh hoặc " + " hoặc ".join(["tỉnh"] * 10_000) + ": được bầu 1 đại biểu.\n").encode()


@pytest.mark.parametrize(("name", "content"), [pytest.param(*each, id=each[0]) for each in bad_files()])
def test_a_bad_file_is_refused_with_its_place(name, content, tmp_path):
    (tmp_path / "bad.luat").write_bytes(content)
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(tmp_path)
    assert raised.value.diagnostics
    assert all(re.fullmatch(r"ER\d{4}", each.code) and each.line >= 1 and each.message("en") for each in raised.value.diagnostics)


PARTS = 6


@pytest.mark.parametrize("part", range(PARTS))
def test_a_token_less_is_an_error_with_a_place_or_nothing(part, tmp_path):
    chance = random.Random(11)
    rules = Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))
    files = sorted(rules.rglob("*.luat"))
    picked = [
        (path, chance.choice(list(re.finditer(r"\S+", path.read_text(encoding="utf-8"))))) for path in (chance.choice(files) for _ in range(60))
    ]
    for path, token in picked[part::PARTS]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: token.start()] + text[token.end() :], encoding="utf-8")
        try:
            electrules.load(rules, base=None)
        except electrules.RuleErrors as errors:
            said = errors.diagnostics
            assert 1 <= len(said) <= 5, (path.name, token[0], len(said))
            assert all(each.line >= 1 for each in said)
        finally:
            path.write_text(text, encoding="utf-8")
