"""How runs end: codes, languages, streams; nothing escapes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from electrules.cli.app import COMMANDS
from electrules.cli.words import locale_language
from electrules.resources import table_of

SLOT = re.compile(r"\{([a-z]+)[|}]")


def test_every_sentence_stands_in_both_languages_with_the_same_slots() -> None:
    for words in table_of("electrules.cli.words").values():
        assert words.keys() == {"vi", "en"} and words["vi"] != words["en"]
        assert sorted(SLOT.findall(words["vi"])) == sorted(SLOT.findall(words["en"]))


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_speaks_the_language_asked_for(run, name: str, lang: str) -> None:
    made = run(name, "--help", "--lang", lang)
    assert made.exit_code == 0 and table_of("electrules.cli.words")[f"help.{name}"][lang].split(",")[0][:20] in made.stdout
    assert ("Usage:" in made.stdout) == (lang == "en")


def test_help_and_version(run) -> None:
    assert all(name in run("--help").stdout for name in COMMANDS)
    assert run().stdout == run("--help").stdout
    assert "Cách dùng" in run("--lang", "vi", "--help").stdout
    assert re.fullmatch(r"electrules \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["--no-such-option"],
        ["ask"],
        ["ask", "seats", "more"],
        ["ask", "seats", "--on", "23/05/2021"],
        ["ask", "seats", "--on", "2021-02-30"],
        ["ask", "seats", "--set", "population"],
        ["ask", "seats", "--set", "=5"],
        ["ask", "seats", "--form", "xml"],
        ["ask", "seats", "--format", "xml"],
        ["ask", "seats", "--lang", "fr"],
        ["--lang", "fr", "ask", "seats"],
        ["ask", "seats", "--on"],
        ["dump"],
        ["dump", "--after", "lunch"],
        ["translate", "x.luat"],
        ["compare", "seats", "--on", "2020-01-01", "--on", "2021-01-01", "--on", "2022-01-01"],
        ["compare", "--on", "2020-01-01", "--on", "2021-01-01"],
        ["explain"],
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_usage_errors_end_with_2_in_the_language_of_the_run(run, arguments: list[str], lang: str) -> None:
    made = run(*arguments, env={"LANG": f"{lang}_XX.UTF-8"})
    assert made.exit_code == 2 and not made.stdout
    assert ("lỗi: " in made.stderr) == (lang == "vi") and "--help" in made.stderr
    assert not re.search(r"Usage|Invalid|Missing|No such|Got unexpected|is not one of", made.stderr)


def test_a_date_as_others_write_it_gets_the_right_form(run) -> None:
    assert "2021-05-23" in run("ask", "seats", "--on", "23/05/2021").stderr


def test_a_defect_of_ours_ends_with_70_and_says_how_to_report_it(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_more: object) -> None:
        raise RuntimeError("{boom}")

    monkeypatch.setattr("electrules.cli.question.question", broken)
    monkeypatch.setattr("electrules.cli.commands.ask.question", broken)
    for lang, words in (("en", "send"), ("vi", "gửi")):
        made = run("ask", "seats", "--lang", lang)
        assert made.exit_code == 70 and "{boom}" in made.stderr and words in made.stderr and "Python" in made.stderr


def test_interrupted(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_given: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("electrules.cli.commands.ask.question", stopped)
    assert run("ask", "seats").exit_code == 130


@pytest.mark.parametrize(
    ("surroundings", "lang"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "vi_VN", "LANG": "en_US"}, "vi"),
        ({"LANG": "nonsense"}, "en"),
    ],
)
def test_the_locale(monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], lang: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == lang


# --------------------------------------------------------- processes of their own


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LANG": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1258"},
    ],
)
def test_any_locale_prints_utf_8(process, village: Path, surroundings: dict[str, str]) -> None:
    made = process("ask", "số phiếu", "--lang", "vi", "--set", "loại hộ=thuyền", "--rules", village, env=surroundings)
    assert made.returncode == 0 and "Số phiếu" in made.stdout.decode("utf-8")


def test_a_path_that_is_no_utf_8(process, tmp_path: Path) -> None:
    made = process("check", os.fsencode(tmp_path) + b"/\xff\xfe", env={"LANG": "C"})
    assert made.returncode == 3 and b"Traceback" not in made.stderr
    made.stdout.decode("utf-8")


def test_a_path_with_marks_and_blanks_in_errors(process, village: Path) -> None:
    (village / "luật làng.luat").write_text("language: English\narticle\n", encoding="utf-8")
    made = process("check", village, env={"LANG": "C"})
    assert made.returncode == 3 and "Đặt luật ở đây/luật làng.luat" in made.stdout.decode("utf-8")


def test_a_reader_that_goes_away(village: Path) -> None:
    command = [sys.executable, "-m", "electrules", "dump", "--after", "parse", "--rules", str(village)]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    for _ in range(2):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings) as started:
            assert started.stdout is not None and started.stderr is not None
            started.stdout.close()
            said = started.stderr.read()
            assert started.wait(60) == 0 and said == b""


def test_no_colour_where_nobody_looks(process, tmp_path: Path) -> None:
    (tmp_path / "a.luat").write_text("language: English\narticle\n", encoding="utf-8")
    made = process("check", tmp_path)
    assert made.returncode == 3 and b"\x1b" not in made.stdout + made.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["ask", "--help"], ["calendar", "--help"]], ids=" ".join)
def test_help_is_quick_since_it_imports_neither_parser_nor_law(arguments: list[str]) -> None:
    program = f"import sys; from electrules.cli.app import app; app.main({arguments}, standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    done = subprocess.run([sys.executable, "-c", program], env=surroundings, capture_output=True, text=True, check=True)
    heavy = ("lark", "openpyxl", "electrules.pipeline", "electrules.rulebook", "electrules.syntax", "electrules.corpus", "electrules.evaluate")
    assert not [each for each in done.stderr.split() if each.startswith(heavy)]
