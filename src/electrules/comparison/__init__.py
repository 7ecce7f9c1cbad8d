"""Comparison: what two laws say of the same facts, and whether a declared reduction holds."""

from __future__ import annotations

from .cells import Side
from .compare import compare
from .comparison import Comparison, Row
from .reduction import Cut, Measured, Report, reduction, reductions

__all__ = ["Comparison", "Cut", "Measured", "Report", "Row", "Side", "compare", "reduction", "reductions"]
