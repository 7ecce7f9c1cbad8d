"""The comparisons: what becomes of one that is denied, or that is read from its other side."""

from __future__ import annotations

from typing import Final

CONTRARY: Final = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
"""Holds exactly where the comparison does not."""

FLIPPED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
"""The same comparison with its sides exchanged."""
