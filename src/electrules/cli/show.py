"""An answer as `ask` prints it: what it is, its proof, what it rests on, and what is still to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import say

if TYPE_CHECKING:
    from ..evaluate import Answer
    from ..rulebook import Rulebook


def answer_shown(answer: Answer, law: Rulebook, lang: str) -> str:
    """*answer* in words."""
    parts = [answer.text(lang), f"{say('proof', lang)}:\n{_indented(answer.proof.text(lang))}"]
    if answer.citations:
        parts.append(_listed("citations", [each.text(lang) for each in answer.citations], lang))
    parts.append(f"{say('status', lang)}: {say(f'status.{answer.status}', lang)}")
    if answer.interpretations:
        parts.append(_listed("interpretations", [f"{each.statement} ({say('source', lang)}: {each.source})" for each in answer.interpretations], lang))
    if answer.missing:
        place = 1 if lang == "en" else 0
        parts.append(_listed("missing-facts", [f"{each.name(lang)}: {each.question[place]}".rstrip(" :") for each in answer.missing], lang))
    if answer.awaits:
        parts.append(_listed("awaits", [_awaited(each, lang) for each in answer.awaits], lang))
    return "\n\n".join(parts)


def _awaited(awaited: object, lang: str) -> str:
    place = 1 if lang == "en" else 0
    authority, proposer = awaited.names  # type: ignore[attr-defined]
    return f"{awaited.term.name(lang)}: {authority[place]}" + (f" ← {proposer[place]}" if proposer else "")  # type: ignore[attr-defined]


def _listed(heading: str, lines: list[str], lang: str) -> str:
    return "\n".join((f"{say(heading, lang)}:", *(f"  - {line}" for line in lines)))


def _indented(text: str) -> str:
    return "\n".join("  " + line for line in text.splitlines())
