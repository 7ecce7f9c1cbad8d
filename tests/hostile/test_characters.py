"""Characters that word processors, messengers and spreadsheets leave in a law: the right answer, or a diagnostic with the fix."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from rule_texts import LANGUAGE, VOCABULARY, header, law
from trial import codes, tried

import electrules
from electrules.rulebook import Rulebook

RULE = "điều 1\n  Tỉnh thuộc miền núi: được bầu 35 đại biểu.\n"
LAW = LANGUAGE + VOCABULARY + header() + RULE
FACTS = {"kind": "province", "mountainous": True}


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", LAW),
        LAW.replace(RULE, unicodedata.normalize("NFD", RULE)),
        LAW.replace("thuộc miền", unicodedata.normalize("NFD", "thuộc") + " miền"),
        LAW.replace("miền núi", "MIỀN NÚI"),
        LAW.replace(" ", "\u00a0"),
        LAW.replace("\n", "\r\n"),
        LAW.replace("Tỉnh", "# – “ghi chú” ３５ Ð\n  Tỉnh"),
        LAW.replace("điều 1\n", "điều 1\n  | “Tỉnh miền núi – ３５ đại biểu”\n"),
    ],
    ids=["NFD", "a rule in NFD", "one word in NFD", "capitals", "no-break spaces", "Windows", "a comment", "a restatement"],
)
def test_what_means_the_same_is_answered_the_same(text: str) -> None:
    book = tried(text)
    assert isinstance(book, Rulebook)
    assert book.ask("số đại biểu", FACTS, on="2021-01-01").value == 35


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("35", "３５", "ER0108"),
        ("35", "٣٥", "ER0108"),
        ("được", "\u202eđược", "ER0102"),
        ("thuộc", "thu\u200bộc", "ER0102"),
        ("miền", "mi\u00adền", "ER0102"),
        ("đại", "ðại", "ER0103"),
        ("bầu", "bầu\u0301", "ER0201"),
        ("35", "3–5", "ER0108"),
        ("Tỉnh", "=IF(A1>5;1;2)\n  Tỉnh", "ER0109"),
        ("  Tỉnh", "<<<<<<< HEAD\n  Tỉnh\n=======\n  Xã\n>>>>>>> của tôi\n", "ER0107"),
        ("35", "1e9", "ER0201"),
        ("35", "0x23", "ER0201"),
        ("35", "3_5", "ER0301"),
        ("35", "3,5", "ER0507"),
        ("35", "35.0", "ER0204"),
        ("35", "NaN", "ER0201"),
        ("35", "-35", "ER0504"),
        ("35", "501", "ER0504"),
        ("35", "35" + "0" * 40, "ER0205"),
        ("35 đại biểu", "35 dân", "ER0503"),
        ("35 đại biểu", "có", "ER0301"),
        ("miền núi", "miền nùi", "ER0201"),
        ("thuộc miền núi", "thuộc 35", "ER0301"),
        ("Tỉnh", "Tĩnh", "ER0201"),
        ("điều 1", "điều １", "ER0108"),
        ("ngôn ngữ: tiếng Việt\n", "", "ER0106"),
    ],
)
def test_what_could_mean_something_else_is_refused_where_it_stands(right: str, wrong: str, code: str) -> None:
    head, _, tail = LAW.rpartition(right)
    found = tried(head + wrong + tail)
    assert not isinstance(found, Rulebook)
    assert code in [each.code for each in found]
    assert len(found) <= 2, [each.text() for each in found]
    line = head.count("\n") + 1
    assert any(line <= (each.line or 0) <= line + 6 for each in found)


@pytest.mark.parametrize(
    "cut", ["điều 1\n  Tỉnh thuộc", "điều 1\n  Tỉnh thuộc miền núi: được bầu 35 đại biểu", "điều 1\n  Tỉnh thuộc miền núi: được bầu 3"]
)
def test_half_a_sentence_is_no_sentence(cut: str) -> None:
    assert codes(LAW.replace(RULE, cut)) in (["ER0301"], ["ER0302"])


@pytest.mark.parametrize(
    "content",
    [
        b"\0",
        b"abc\0",
        LAW.encode("utf-16"),
        LAW.encode("utf-16-be"),
        LAW.encode("cp1258", "replace"),
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"%PDF-1.7\n\x80",
    ],
)
def test_what_is_no_text_is_refused_though_the_other_files_are_sound(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "law.luat").write_text(LAW, encoding="utf-8")
    (tmp_path / "other.luat").write_bytes(content)
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(tmp_path, base=None)
    for said in raised.value.diagnostics:
        assert said.line and "other.luat" in str(said.path)
    assert raised.value.diagnostics[0].code in ("ER0101", "ER0102", "ER0106")


def test_the_fix_that_is_shown_mends_the_file() -> None:
    (said,) = tried(LAW.replace("35", "３５"))
    assert law(header(), RULE.replace("35", str(said.suggestion))).ask("seats", FACTS, on="2021-01-01").value == 35
