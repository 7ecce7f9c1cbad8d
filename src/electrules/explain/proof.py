"""A proof as indented text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .outline import outline

if TYPE_CHECKING:
    from ..evaluate.proof import Proof


def proof_text(proof: Proof, lang: str) -> str:
    """The whole proof, a line for each step, what supports it indented below."""
    return "\n".join("  " * depth + step.line for depth, step in outline(proof, lang).walk())


def statement(proof: Proof, lang: str) -> str:
    """What one step says."""
    return outline(proof, lang).line
