"""The tables of the documentation that are made from the language itself: `python tests/docs/sentences.py` writes them into the pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEANINGS = tomllib.loads(Path(__file__).with_name("meanings.toml").read_text(encoding="utf-8"))
HEADINGS = {"en": "| meaning | Vietnamese | English | node |", "vi": "| nghĩa là | tiếng Việt | tiếng Anh | nút |"}
PAGES = {"docs/en/language.md": "en", "docs/vi/ngon-ngu.md": "vi"}
SPLIT = ("Chain",)
"""Nodes whose rows mean different things in different categories."""


def rows() -> list[dict[str, object]]:
    """Every row of grammars/constructs.toml that makes something."""
    return [row for row in tomllib.loads((ROOT / "grammars/constructs.toml").read_text(encoding="utf-8"))["row"] if "makes" in row]


def key(row: dict[str, object]) -> str:
    """What a row is called in meanings.toml: what it makes, which ends a range has, and what its words say."""
    parts = [row["makes"]]
    if row["makes"] == "Range":
        parts += re.findall(r"\{(\w+):", row["en"][0])
    parts += [name if value is True else f"no {name}" if value is False else str(value) for name, value in row.get("set", {}).items()]
    if row["makes"] == "Timing" and "{last:" in row["en"][0]:
        parts += ["fixed"]
    if row["makes"] == "MayMove" and "{start:" in row["en"][0]:
        parts += ["hours"]
    if row["makes"] == "Flat" and "{award:nothing}" in row["en"][0]:
        parts += ["nothing"]
    if row["makes"] in SPLIT:
        parts += ["in", row["in"]]
    return " ".join(parts)


def tables(language: str) -> str:
    """Every sentence pattern of grammars/constructs.toml, a row for each construct."""
    lines = [HEADINGS[language], "| --- | --- | --- | --- |"]
    lines += [f"| {MEANINGS[key(row)][language]} | {_patterns(row['vi'])} | {_patterns(row['en'])} | {row['makes']} |" for row in rows()]
    return "\n".join(lines)


def _patterns(patterns: list[str]) -> str:
    return "<br>".join(f"`{_plain(each)}`" for each in patterns)


def _plain(pattern: str) -> str:
    shown = re.sub(r"\{(\w+):(\w+)(\*+)([^}]*)\}", lambda m: f"<{m[2]} {m[4] or ''}…>".replace(" …", "…") if m[4] else f"<{m[2]}…>", pattern)
    shown = re.sub(r"\{(\w+):(\w+)\}", r"<\2>", shown)
    return re.sub(r"\{(a|the|that)\}", r"\1", shown).replace("|", "\\|")


def nodes() -> str:
    """Every node of the evaluation tree, in one line, from its docstring."""
    from electrules.tree import nodes as module

    lines = ["| node | fields | meaning |", "| --- | --- | --- |"]
    for each in module.NODE_CLASSES:
        fields = ", ".join(field.name for field in each.__attrs_attrs__ if field.name != "citation")
        first = (each.__doc__ or "").strip().split("\n")[0].replace("|", "\\|")
        lines.append(f"| `{each.__name__}` | {fields} | {first} |")
    return "\n".join(lines)


def write() -> None:
    """Put the tables where the pages keep them, between the marks."""
    for page, language in PAGES.items():
        _replace(ROOT / page, tables(language))
    _replace(ROOT / "docs/en/tree.md", nodes())


def _replace(path: Path, table: str) -> None:
    text = path.read_text(encoding="utf-8")
    begin, end = "<!-- table -->\n", "\n<!-- end of table -->"
    before, rest = text.split(begin, 1)
    path.write_text(before + begin + table + end + rest.split(end, 1)[1], encoding="utf-8")


if __name__ == "__main__":
    write()
