"""`check`, `test`, `fmt`, `translate`, `dump`, `explain`: what they do to and say of rule files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from electrules import load
from electrules.resources import resource

pytestmark = pytest.mark.slow

FILE = "luật làng.luat"


# ------------------------------------------------------------------------- test


def test_cases_that_hold(run, village: Path) -> None:
    made = run("test", village)
    assert made.exit_code == 0 and "1 case, 0 failed" in made.stdout
    record = json.loads(run("test", village, "--format", "json").stdout)
    assert record["version"] == 1 and [case["ok"] for case in record["cases"]] == [True]


def test_a_case_that_fails_says_what_was_expected_and_what_is(run, village: Path) -> None:
    replace(village / FILE, "then 3 votes", "then 4 votes")
    made = run("test", village)
    assert made.exit_code == 1 and "a full house" in made.stdout and "expected: 4" in made.stdout and "is: 3" in made.stdout
    assert f"{FILE}:17" in made.stdout


def test_accept_records_beside_and_leaves_the_rule_file(run, village: Path) -> None:
    replace(village / FILE, "then 3 votes", "then 4 votes")
    before = (village / FILE).read_bytes()
    made = run("test", village, "--accept")
    recorded = village / "luật làng.cases.toml"
    assert made.exit_code == 0 and recorded.exists() and (village / FILE).read_bytes() == before
    assert run("test", village).exit_code == 0
    replace(village / FILE, "then 4 votes", "then 5 votes")  # what was replaced is expected no more
    assert run("test", village).exit_code == 1


def test_accepted_answers_notice_a_change_of_the_law(run, village: Path) -> None:
    replace(village / FILE, "then 3 votes", "then 4 votes")
    run("test", village, "--accept")
    replace(village / FILE, "further full 5 heads", "further full 4 heads")
    assert run("test", village).exit_code == 0  # 20 heads have 3 votes either way
    replace(village / FILE, "further full 4 heads", "further full 2 heads")
    assert run("test", village).exit_code == 1


def test_a_broken_file_of_cases(run, village: Path) -> None:
    for text in ("[[case", "version = 2\n", 'version = 1\n[[case]]\nname = "x"\n', "version = 1.5\n"):
        (village / "luật làng.cases.toml").write_text(text, encoding="utf-8")
        made = run("test", village)
        assert made.exit_code == 3 and "ER0113" in made.stderr


def test_files_that_need_the_shipped_words_are_laid_on_top(run, tmp_path: Path) -> None:
    case = "Given: kind is province, not mountainous, not highland, with 1,000,000 people; asked for seats on 2021-05-23; then 50 deputies.\n"
    (tmp_path / "mine.luat").write_text(f'language: English\n\ncase "a million"\n  {case}', encoding="utf-8")
    made = run("test", tmp_path)
    assert made.exit_code == 0 and made.stdout == "1 case, 0 failed\n"


def test_a_part_of_the_shipped_corpus(run) -> None:
    made = run("test", resource("rules/vn/vocabulary"))
    assert (made.exit_code, made.stdout) == (1, "There are no cases to run.\n")


def test_the_shipped_cases_hold(run) -> None:
    made = run("test")
    assert made.exit_code == 0, made.stdout


# ------------------------------------------------------------------------ check


def test_check_says_all_errors_and_ends_with_3(run, village: Path) -> None:
    replace(village / FILE, "Boat: receives", "Boot: receives")
    replace(village / FILE, "House: with", "Hoose: with")
    made = run("check", village)
    assert made.exit_code == 3 and made.stdout.count("error ER") == 2
    record = json.loads(run("check", village, "--format", "json").stdout)
    assert {each["code"] for each in record["diagnostics"]} == {"ER0201"} and record["verdicts"] == []
    assert record["diagnostics"][0]["line"] == 12


def test_check_proves_a_whole_law(run, village: Path) -> None:
    made = run("check", village)
    assert made.exit_code == 0, made.stdout
    record = json.loads(run("check", village, "--format", "json").stdout)
    assert {each["verdict"] for each in record["verdicts"]} == {"proved"} and record["diagnostics"] == []


def test_check_finds_a_gap_and_writes_its_witness_as_a_case(run, village: Path) -> None:
    steps = "with more than 10 heads, 1 further vote for each further full 5 heads; at most 20 votes in all."
    replace(village / FILE, steps, "with more than 12 heads receives 3 votes.")
    made = run("check", village, "--write-cases")
    assert made.exit_code == 1 and "1 refuted" in made.stdout
    recorded = village / "luật làng.cases.toml"
    assert 'outcome = "gap"' in recorded.read_text(encoding="utf-8")
    record = json.loads(run("check", village, "--format", "json").stdout)
    (refuted,) = [each for each in record["verdicts"] if each["verdict"] == "refuted"]
    assert refuted["kind"] == "gap" and refuted["witness"]["sort"] == "house" and 10 < refuted["witness"]["heads"] <= 12
    before = recorded.read_bytes()
    assert run("test", village).exit_code == 0 and run("check", village, "--write-cases").exit_code == 1
    assert recorded.read_bytes() == before
    replace(village / FILE, "with more than 12 heads", "with more than 10 heads")  # the witness is answered now
    assert run("check", village).exit_code == 0 and run("test", village).exit_code == 1


def test_one_term(run, village: Path) -> None:
    assert run("check", village, "--term", "số phiếu").exit_code == 0
    assert run("check", village, "--term", "nonsense").exit_code == 3


def test_the_shipped_corpus_is_checked_as_a_whole_and_in_part(run) -> None:
    whole = run("check", "--term", "seats")
    assert whole.exit_code == 0, whole.stdout
    assert run("check", resource("rules/vn/vocabulary")).exit_code == 0


def test_nothing_there(run, tmp_path: Path) -> None:
    assert run("check", tmp_path / "nothing").exit_code == 3
    assert run("ask", "seats", "--rules", tmp_path / "nothing").exit_code == 3


# --------------------------------------------------------------- fmt, translate


def test_fmt_writes_once_and_then_finds_nothing(run, village: Path) -> None:
    replace(village / FILE, "Boat: receives 2 votes.", "Boat:    receives 2 votes.   # two")
    before = load(village, base=None).tree("votes", on="2021-01-01")
    assert run("fmt", "--check", village).exit_code == 1
    assert "   receives" in (village / FILE).read_text(encoding="utf-8")
    assert run("fmt", village).exit_code == 0
    text = (village / FILE).read_text(encoding="utf-8")
    assert "A boat: receives 2 votes.  # two" in text
    assert run("fmt", "--check", village).exit_code == 0
    assert load(village, base=None).tree("votes", on="2021-01-01") == before


def test_lines_end_as_they_did(run, village: Path) -> None:
    run("fmt", village)
    (village / FILE).write_bytes((village / FILE).read_bytes().replace(b"\n", b"\r\n"))
    assert run("fmt", "--check", village).exit_code == 0
    replace(village / FILE, "receives 2 votes", "receives  2 votes")
    assert run("fmt", village).exit_code == 0
    assert (village / FILE).read_bytes().count(b"\r\n") == (village / FILE).read_bytes().count(b"\n") > 5


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_stray_line_end_turns_no_others(run, village: Path, ends: bytes) -> None:
    run("fmt", village)
    file = village / FILE
    lines = file.read_bytes().split(b"\n")
    other = b"\n" if ends == b"\r\n" else b"\r\n"
    file.write_bytes(lines[0] + other + ends.join(lines[1:]))
    assert run("fmt", village).exit_code == 0
    assert file.read_bytes() == ends.join(lines)


def test_fmt_leaves_what_it_cannot_read(run, village: Path) -> None:
    replace(village / FILE, "Boat: receives", "Boot: receives")
    before = (village / FILE).read_bytes()
    assert run("fmt", village).exit_code == 3
    assert (village / FILE).read_bytes() == before


def test_translate_there_and_back(run, village: Path, tmp_path: Path) -> None:
    run("fmt", village)
    english = (village / FILE).read_text(encoding="utf-8")
    made = run("translate", village / FILE, "--to", "vi")
    assert made.exit_code == 0 and made.stdout.startswith("ngôn ngữ: tiếng Việt") and "Thuyền: được chia 2 phiếu" in made.stdout
    assert run("translate", village / FILE, "--to", "vi", "-o", tmp_path / "vi.luat").exit_code == 0
    assert run("translate", tmp_path / "vi.luat", "--to", "en").stdout == english
    assert run("translate", village / FILE, "--to", "en").stdout == english
    answers = [load(path, base=None).ask("votes", {"sort": "house", "heads": 31}, on="2021-01-01").value for path in (village, tmp_path / "vi.luat")]
    assert answers == [5, 5]


def test_translate_takes_one_file(run, village: Path) -> None:
    (village / "b.luat").write_text("language: English\n", encoding="utf-8")
    assert run("translate", village, "--to", "vi").exit_code == 2


# ---------------------------------------------------------------- dump, explain


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("read", "Boat: receives 2 votes."),
        ("declare", "thuyền"),
        ("parse", "Step"),
        ("collect", "write"),
        ("consolidate", "article 1 of 1/2020/HD"),
        ("tree", "Scale"),
    ],
)
def test_every_pass_as_text(run, village: Path, name: str, shows: str) -> None:
    made = run("dump", village, "--after", name)
    assert made.exit_code == 0 and shows in made.stdout
    record = json.loads(run("dump", village, "--after", name, "--format", "json").stdout)
    assert record["after"] == name and record["parts"]


def test_a_pass_is_shown_though_a_later_one_fails(run, village: Path) -> None:
    replace(village / FILE, "Boat: receives", "Boot: receives")
    assert run("dump", village, "--after", "read").exit_code == 0
    made = run("dump", village, "--after", "parse")
    assert made.exit_code == 3 and "Unreadable" in made.stdout and "ER0201" in made.stderr


def test_explain_a_provision(run) -> None:
    made = run("explain", "điểm b khoản 1 Điều 18 của 77/2015/QH13")
    assert made.exit_code == 0
    for text in ("70,000 people", "50,000 people", "article 2 of 47/2019/QH14", "from 2020-07-01", "seats", "population"):
        assert text in made.stdout
    record = json.loads(run("explain", "point b clause 1 article 18 of 77/2015/QH13", "--format", "json").stdout)
    assert "70.000 dân" in " ".join(record["versions"][1]["text"]["vi"]) and "seats" in record["concludes"]


def test_explain_what_is_not_there(run) -> None:
    assert run("explain", "article 999 of 77/2015/QH13").exit_code == 3
    assert run("explain", "nowhere").exit_code == 3


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
