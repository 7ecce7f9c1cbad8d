"""Reading rule files: bytes, languages, lines, and everything that may be wrong with characters."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules.limits import FILE_BYTES
from electrules.source.read import read, read_bytes, read_text

HEAD = "ngôn ngữ: tiếng Việt\n"


def codes(text: str) -> list[str]:
    return [said.code for said in read_text(text).diagnostics]


# ------------------------------------------------------------------ language


@pytest.mark.parametrize(
    "line",
    [
        "ngôn ngữ: tiếng Việt",
        "NGÔN NGỮ : Tiếng Việt.",
        "\n# chú thích\n\n  ngôn ngữ: tiếng việt # ghi",
        unicodedata.normalize("NFD", "ngôn ngữ: tiếng Việt"),
    ],
)
def test_a_vietnamese_file(line: str) -> None:
    (file,), said = read_text(f"{line}\nđiều 1").value, read_text(f"{line}\nđiều 1").diagnostics
    assert not said and file.surface == "vi" and file.text[file.body :].strip() == "điều 1"


def test_an_english_file() -> None:
    (file,) = read_text("language: English\r\narticle 1").value
    assert file.surface == "en" and file.text[file.body :].strip() == "article 1"


@pytest.mark.parametrize(
    ("text", "surface", "body"),
    [
        ("điều 1", "vi", "điều 1"),
        ("article 1\n x.", "en", "article 1\n x."),
        ("ngữ: tiếng Việt\nđiều 1", "vi", "\nđiều 1"),
        ("language English\nx", "en", "\nx"),
        ("", "vi", ""),
    ],
)
def test_without_a_language_line_there_is_one_error_with_the_fix(text: str, surface: str, body: str) -> None:
    passed = read_text(text)
    (file,), (said,) = passed.value, passed.diagnostics
    assert said.code == "ER0106" and said.line == 1
    assert said.suggestion == {"vi": "ngôn ngữ: tiếng Việt", "en": "language: English"}[surface]
    assert file.surface == surface and file.text[file.body :] == body


# --------------------------------------------------------------------- bytes


def test_a_byte_order_mark_is_dropped() -> None:
    (file,) = read_bytes(b"\xef\xbb\xbf" + HEAD.encode()).value
    assert file.text == HEAD


@pytest.mark.parametrize(
    "content", [HEAD.encode("utf-16"), HEAD.encode("utf-16-le"), HEAD.encode("utf-16-be"), b"\xfe\xff", b"ng\xf4n", b"a\x00b", b"\xed\xa0\x80"]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    passed = read_bytes(content)
    assert passed.value == () and [said.code for said in passed.diagnostics] == ["ER0101"]
    assert passed.diagnostics[0].line is not None and passed.diagnostics[0].message("en")


def test_size_at_the_limit_and_beyond() -> None:
    assert not read_bytes((HEAD + "#" * (FILE_BYTES - len(HEAD.encode()))).encode()).diagnostics
    assert codes(HEAD + "#" * FILE_BYTES) == ["ER0105"]


@settings(max_examples=150)
@given(content=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_file_or_a_reason(content: bytes) -> None:
    passed = read_bytes(content)
    assert passed.value or passed.diagnostics
    for said in passed.diagnostics:
        assert said.line and said.column and said.text("vi") and said.text("en")


# ---------------------------------------------------------------- characters


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("# a\u202eb", "ER0102", "# ab"),
        ("a\u200bb", "ER0102", "ab"),
        ("a\u00adb", "ER0102", "ab"),
        ("a\ufeffb", "ER0102", "ab"),
        ("a\x0bb", "ER0102", "ab"),
        ("a\x85b", "ER0102", "ab"),
        ("a\u2028b", "ER0102", "ab"),
        ("a\ud800b", "ER0102", "ab"),
        ("a\ue000b", "ER0102", "ab"),
        ("NÐ-CP", "ER0103", "NĐ"),
        ("ðảo", "ER0103", "đảo"),
        ("xа", "ER0103", "xa"),
        ("vǎn", "ER0103", "văn"),
        ("xж", "ER0103", None),
        ("hie\u0301\u0302n", "ER0104", "hiến"),
        ("hie\u0301\u0301n", "ER0104", None),
        ("\u0301", "ER0104", None),
        ("“a”", "ER0108", '"'),
        ("2021–2026", "ER0108", "-"),
        ("people’s", "ER0108", "'"),
        ("３５ %", "ER0108", "35"),
        ("35 ％", "ER0108", "%"),
        ("٣٥", "ER0108", "35"),
        ("=IF(A1>5;1;2)", "ER0109", None),
    ],
)
def test_each_cause_is_said_once_and_mended(text: str, code: str, suggestion: str | None) -> None:
    passed = read_text(HEAD + text + "\n" + text)
    assert [said.code for said in passed.diagnostics] == [code]
    said = passed.diagnostics[0]
    assert (said.line, said.suggestion) == (2, suggestion)
    assert said.places and said.places[-1][1] >= 3
    again = read_text(passed.value[0].text)
    assert [each.code for each in again.diagnostics] == ([code] if "ж" in text else [])


@pytest.mark.parametrize("text", ["# “trích” — 2021–2026 Ð", "  | “trích” – ３", 'văn bản 1/2020/QH14 "Luật – “số” 1"', "tỉnh\u00a0miền\tnúi ½ ñ é"])
def test_typography_is_free_in_comments_restatements_and_quoted_words(text: str) -> None:
    assert codes(HEAD + text) == []


def test_rules_quoted_by_an_act_are_rules() -> None:
    assert codes(HEAD + 'Sửa đổi điều 1 như sau: "từ 5–6 người".') == ["ER0108"]


def test_a_merge_conflict_keeps_one_side_so_that_nothing_else_is_said() -> None:
    passed = read_text(HEAD + "<<<<<<< HEAD\na.\n||||||| base\nc.\n=======\nb.\n>>>>>>> x\nd.")
    assert [said.code for said in passed.diagnostics] == ["ER0107"]
    assert passed.value[0].text.split() == [*HEAD.split(), "a.", "d."]
    assert codes(HEAD + "=======") == []


def test_many_bad_characters_are_few_messages_and_quick() -> None:
    assert codes(HEAD + "\u202e" * 100_000) == ["ER0102"]
    assert codes(HEAD + "".join(map(chr, range(0xE000, 0xF8FF)))) == ["ER0102"]
    assert len(codes(HEAD + " ".join(f"а{number}" for number in range(50_000)))) <= 60
    assert codes(HEAD + "а" * 300_000) == ["ER0103"] * len(codes(HEAD + "а" * 300_000))
    assert codes(HEAD + "x" + "\u0301\u0323" * 100_000) == ["ER0104"]


# --------------------------------------------------------------------- lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_real_line_ends_count(end: str) -> None:
    text = f"{HEAD[:-1]}{end}a\u2028b\x85c\x0bd{end}điều 1"
    file = read_text(text).value[0]
    assert file.line_column(file.text.index("điều")) == (3, 1)
    assert file.line_text(3) == "điều 1" and file.line_text(4) == "" and file.line_text(0) == ""


@given(lines=st.lists(st.text("aếđ̂́ ộ", max_size=12), max_size=5), form=st.sampled_from(["NFC", "NFD"]))
def test_columns_are_those_of_the_file_as_it_stands(lines: list[str], form: str) -> None:
    text = unicodedata.normalize(form, HEAD + "\n".join([*lines, "đích"]))
    file = read_text(text).value[0]
    offset = file.text.rindex("đích")
    assert file.line_column(offset) == (len(lines) + 2, 1)
    line, column = file.line_column(offset + 3)
    assert file.line_text(line)[column - 1 :] == unicodedata.normalize(form, "h")


# ------------------------------------------------------------------- folders


def test_a_folder_is_every_luat_file_below_it_once_in_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("b/c/x.luat", "a.luat", "b/đ.luat", "b/notes.txt", "c.luat.bak"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    os.symlink(tmp_path, tmp_path / "b" / "loop", target_is_directory=True)
    os.symlink(tmp_path / "loop.luat", tmp_path / "loop.luat")
    passed = read([tmp_path, tmp_path / "a.luat"], below=tmp_path)
    assert [file.path for file in passed.value] == ["a.luat", "b/c/x.luat", "b/đ.luat"]
    assert [said.code for said in passed.diagnostics] == ["ER0112"]


@pytest.mark.parametrize("name", ["nowhere", "nul\0", "a" * 5000])
def test_a_missing_path_is_an_error(tmp_path: Path, name: str) -> None:
    assert [said.code for said in read(tmp_path / name).diagnostics] == ["ER0112"]


def test_what_editors_and_file_systems_leave_beside_a_file_is_no_rule_file(tmp_path: Path) -> None:
    (tmp_path / "a.luat").write_text("language: English\n", encoding="utf-8")
    (tmp_path / ".#a.luat").symlink_to("someone@host.1234")
    (tmp_path / "._a.luat").write_bytes(b"\x00\x05\x16\x07")
    passed = read([tmp_path])
    assert [Path(file.path).name for file in passed.value] == ["a.luat"]
    assert not passed.diagnostics


def test_a_pipe_is_not_waited_for_and_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.luat")
    assert [(said.code, said.severity) for said in read(tmp_path).diagnostics] == [("ER0112", "error")]
    (tmp_path / "empty").mkdir()
    assert [(said.code, said.severity) for said in read(tmp_path / "empty").diagnostics] == [("ER0112", "error")]


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.luat")
    try:
        with open(path, "wb") as stream:
            stream.write(b"\xff")
    except OSError:  # where a file system refuses such names, none can do harm
        return
    (said,) = read(tmp_path).diagnostics
    assert said.text().encode("utf-8")
