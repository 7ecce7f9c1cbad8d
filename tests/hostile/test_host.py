"""Settings of the host change no answer: decimal context, locale, time zone, hash seed, optimisation; nor does a bound that it sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

ASK = """
import decimal, json, locale, sys
context = decimal.getcontext()
if len(sys.argv) > 1:
    context.prec, context.rounding, context.Emax, context.Emin = 3, decimal.ROUND_UP, 9, -9
    for signal in (decimal.Inexact, decimal.Rounded, decimal.FloatOperation):
        context.traps[signal] = True
    locale.setlocale(locale.LC_ALL, "")
import electrules
law = electrules.load()
facts = {"kind": "province", "population": decimal.Decimal("1904532"), "mountainous": False, "highland": False}
some = {"kind": "province", "population": 1904532}
answers = [law.ask("seats", each, on="2021-05-23") for each in (facts, some)]
print(json.dumps([each.to_dict() for each in answers]), *(each.text(lang) for each in answers for lang in ("vi", "en")), sep="\\n")
print(law.compare("seats", facts, on=("2016-05-22", "2021-05-23")).text("vi"))
print(law.tree("seats", on="2021-05-23").to_dict())
print([each.text("en") for each in law.check("seats")])
"""


def said(program: str, *arguments: str, python: tuple[str, ...] = (), **surroundings: str) -> str:
    """What *program* prints in a process of its own."""
    path = os.pathsep.join(each for each in sys.path if each)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": path, "PYTHONUTF8": "1", **surroundings}
    made = subprocess.run([sys.executable, *python, "-c", program, *arguments], capture_output=True, env=env, cwd="/", check=False, timeout=200)
    assert made.returncode == 0, made.stderr.decode()[-2000:]
    return made.stdout.decode()


def test_the_settings_of_the_host_change_nothing() -> None:
    plain = said(ASK, PYTHONHASHSEED="0", TZ="UTC", LANG="C")
    other = said(ASK, "narrow", python=("-OO",), PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    assert '"value": 62' in plain and other == plain


BOUND = """
import sys
from electrules import limits
setattr(limits, sys.argv[1], int(sys.argv[2]))
import electrules
try:
    electrules.load(sys.argv[3], base=None)
except electrules.RuleErrors as errors:
    print(*dict.fromkeys(each.code for each in errors.diagnostics))
"""


@pytest.mark.parametrize(
    ("name", "bound", "code"),
    [("FILE_BYTES", 100, "ER0105"), ("FILES", 1, "ER0105"), ("TOKENS", 10, "ER0111"), ("NAME_LENGTH", 5, "ER0207"), ("NUMBER_DIGITS", 2, "ER0205")],
)
def test_a_bound_can_be_set_before_anything_is_used(name: str, bound: int, code: str) -> None:
    assert code in said(BOUND, name, str(bound), str(ROOT / "rules")).split()
