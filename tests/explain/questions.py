"""The questions of the goldens, and the page that a lawyer reviews of each."""

from __future__ import annotations

import electrules

PROVINCE: dict[str, object] = {"kind": "province", "population": 1_904_532, "mountainous": False, "highland": False}
DISTRICT: dict[str, object] = {
    "kind": "rural district",
    "population": 70_000,
    "mountainous": False,
    "highland": False,
    "island": False,
    "commune-level units": 32,
}
QUESTIONS: dict[str, tuple[str, dict[str, object], str]] = {
    "an-giang-2021": ("seats", PROVINCE, "2021-05-23"),
    "an-giang-2016": ("seats", PROVINCE, "2016-05-22"),
    "district-awaiting-a-decision": ("seats", DISTRICT, "2021-05-23"),
    "mountain-commune": ("seats", {"kind": "commune", "population": 3_500, "mountainous": True, "highland": False, "island": False}, "2021-05-23"),
    "ha-noi": ("seats", {"kind": "centrally run city", "name": "Hà Nội", "population": 8_053_663}, "2021-05-23"),
    "ward-without-council": ("seats", {"kind": "ward", "province name": "Hồ Chí Minh", "population": 9_000}, "2021-05-23"),
    "province-of-unknown-population": ("seats", {"kind": "province"}, "2021-05-23"),
    "special-zone-gap": ("seats", {"kind": "special zone", "population": 1_000}, "2016-05-22"),
    "province-of-400000-by-cases": ("seats", {"kind": "province", "population": 400_000}, "2021-05-23"),
}
LANGS = ("vi", "en")


def page(title: str, answer: electrules.Answer, facts: dict[str, object]) -> str:
    """A question with its answer and proof in both languages."""
    parts = [f"# {title}", f"{answer.term}, {answer.on.isoformat()}: " + ", ".join(f"{name} = {value}" for name, value in facts.items())]
    for lang in LANGS:
        parts += [f"## {lang}", f"```text\n{answer.text(lang)}\n```", f"```text\n{answer.proof.text(lang)}\n```"]
    return "\n\n".join(parts) + "\n"
