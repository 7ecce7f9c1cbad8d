"""Every code has its page, and every page speaks both languages and shows what it says."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import electrules
from electrules.diagnostics import register
from electrules.diagnostics.page import Page, message, page
from electrules.evaluate.ask import ask
from electrules.resources import resource
from electrules.source.read import read_bytes

CODES = sorted(register.PAGES)
SOURCE = Path(register.__file__).resolve().parent.parent


def examples(found: Page, word: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page whose info string begins with *word*, as (the rest of the info string, text)."""
    return re.findall(rf"^```{re.escape(word)}\b[ ]*([^\n]*)\n(.*?)^```", found.body, re.MULTILINE | re.DOTALL)


UNSHOWN = re.compile(rb"\\x([0-9a-f]{2})")


def test_the_register_and_the_pages_name_the_same_codes() -> None:
    files = {path.name for path in resource("docs/errors").iterdir()}
    assert files == {Path(register.page_of(code)).name for code in CODES} | {"README.md"}


def test_the_list_in_the_readme_is_current() -> None:
    text = page("").body
    for code in CODES:
        row = next(line for line in text.splitlines() if line.startswith(f"| {code} |"))
        assert f"({Path(register.page_of(code)).name})" in row
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[2] == ", ".join(sorted(page(code).slots)) and cells[3] == ", ".join(sorted(page(code).cases))


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_both_languages(code: str) -> None:
    found = page(code)
    assert found.head["code"] == code and found.head["severity"] == register.severity_of(code)
    for case in ("", *found.cases):
        suffix = f".{case}" if case else ""
        vi, en = found.head[f"vi{suffix}"], found.head[f"en{suffix}"]
        assert vi and en and vi != en
        assert slots(vi) == slots(en), "one language tells more than the other"
    for heading in ("## Tiếng Việt", "## English", "**Cách sửa.**", "**How to fix it.**", "**Vì sao quan trọng.**", "**Why it matters.**"):
        assert heading in found.body


@pytest.mark.parametrize("code", CODES)
def test_a_message_fills_its_slots_and_reads_nothing_in_them(code: str) -> None:
    for lang in ("vi", "en"):
        for case in ("", *page(code).cases):
            data = dict.fromkeys(page(code).slots, "{code} {0.__class__} %s") | {"case": case}
            text = message(code, lang, data)
            assert "…" not in text and ("{code} {0.__class__} %s" in text or not slots(page(code).sentence(lang, case)))


SHOWN = [code for code in CODES if "example" not in page(code).head]
OF_FACTS = [code for code in SHOWN if examples(page(code), "facts")]


@pytest.mark.parametrize("code", [code for code in SHOWN if code.startswith("ER01")])
def test_the_examples_of_characters_and_files_are_true(code: str) -> None:
    wrong, right = (example(page(code), word) for word in ("wrong", "right"))
    assert {said.code for said in read_bytes(wrong).diagnostics} == {code}
    assert not read_bytes(right).diagnostics


@pytest.mark.parametrize("code", [code for code in SHOWN if code not in OF_FACTS and not code.startswith("ER01")])
def test_the_examples_of_rules_are_true(code: str) -> None:
    wrong, right = (example(page(code), word).decode() for word in ("wrong", "right"))
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=wrong, base=None)
    (said,) = raised.value.diagnostics
    assert said.code == code and said.line is not None and said.source in wrong
    assert electrules.load(text=right, base=None).diagnostics == ()


@pytest.mark.parametrize("code", OF_FACTS)
def test_the_examples_of_facts_are_true(code: str, law: electrules.Rulebook) -> None:
    wrong, right = (tomllib.loads(text) for kind in ("wrong", "right") for info, text in examples(page(code), "facts") if info == kind)
    tree = law.tree("seats", on="2021-05-23")
    with pytest.raises(electrules.FactErrors) as raised:
        ask(tree, wrong, terms=law.vocabulary, text_numbers=True)  # as a file of facts is asked
    assert [said.code for said in raised.value.diagnostics] == [code]
    assert ask(tree, right, terms=law.vocabulary, text_numbers=True).outcome in ("answered", "unknown")


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_a_wrong_and_a_right_example_or_says_why_not(code: str) -> None:
    blocks = [info.split()[0] for word in ("rules", "facts", "bytes") for info, _ in examples(page(code), word)]
    assert sorted(blocks) == ([] if "example" in page(code).head else ["right", "wrong"])
    assert "stub" not in page(code).body


def test_what_the_code_says_has_its_words() -> None:
    """Each `diagnose(...)` in the source names a code of the register and fills the slots of its sentence."""
    complaints = [complaint for path in sorted(SOURCE.rglob("*.py")) for complaint in unworded(path)]
    assert not complaints, "\n".join(complaints)


def unworded(path: Path) -> Iterator[str]:
    options = {"severity", "address", "expected", "suggestion", "places", "fact", "span", "code"}
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) == "diagnose"):
            continue
        if not call.args or not isinstance(call.args[0], ast.Constant):
            continue
        code, where = str(call.args[0].value), f"{path.relative_to(SOURCE)}:{call.lineno}"
        if code not in register.PAGES:
            yield f"{where}: {code} is not in the register"
            continue
        given = {word.arg: word.value for word in call.keywords}
        if None in given:
            continue
        names, case = set(given) - options, given.get("case")
        if case is not None and not isinstance(case, ast.Constant):
            continue
        variant = str(case.value) if isinstance(case, ast.Constant) else ""
        if variant and variant not in page(code).cases:
            yield f"{where}: {code} has no case {variant!r}"
        wanted = set(slots(page(code).sentence("vi", variant)))
        if wanted - names:
            yield f"{where}: {code} does not fill {', '.join(sorted(wanted - names))}"


def slots(sentence: str) -> list[str]:
    return sorted(set(re.findall(r"\{([a-z_]+)\}", sentence)))


def example(found: Page, word: str) -> bytes:
    """The bytes of the one example of the kind *word*."""
    for block in ("rules", "bytes"):
        for info, text in examples(found, block):
            if info.split()[0] == word:
                if block == "bytes":
                    return UNSHOWN.sub(lambda match: bytes([int(match[1], 16)]), text.encode())
                return (re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text) if "escaped" in info else text).encode()
    raise LookupError(word)
