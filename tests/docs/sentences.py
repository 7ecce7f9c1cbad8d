"""The tables of the documentation that are made from the language itself: `python tests/docs/sentences.py` writes them into the pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADINGS = {"en": "| meaning | Vietnamese | English |", "vi": "| nghĩa là | tiếng Việt | tiếng Anh |"}
PAGES = {"docs/en/language.md": "en", "docs/vi/ngon-ngu.md": "vi"}


def tables(language: str) -> str:
    """Every sentence pattern of grammars/constructs.toml, a row for each construct."""
    lines = [HEADINGS[language], "| --- | --- | --- |"]
    for row in tomllib.loads((ROOT / "grammars/constructs.toml").read_text(encoding="utf-8"))["row"]:
        if "makes" not in row:
            continue
        said = ", ".join(f"{name} {value}" for name, value in row.get("set", {}).items())
        name = f"{row['makes']}" + (f" ({said})" if said else "")
        lines.append(f"| {name} | {_patterns(row['vi'])} | {_patterns(row['en'])} |")
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
