"""What the evaluation found, in words and pictures, in both languages. The words stand in words.toml."""

from __future__ import annotations

from .answer import answer_text
from .case import case_text
from .finding import finding_text
from .mermaid import mermaid
from .proof import proof_text, statement
from .svg import svg
from .unread import reason_text, unread_text

__all__ = ["answer_text", "case_text", "finding_text", "mermaid", "proof_text", "reason_text", "statement", "svg", "unread_text"]
