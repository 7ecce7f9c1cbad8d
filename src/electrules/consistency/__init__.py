"""Consistency: the proof, case by case, that the law on a term has no gap and no conflict; else witnesses of what fails."""

from __future__ import annotations

from .check import check_all, check_term, gathered
from .verdict import KINDS, VERDICTS, Verdict

__all__ = ["KINDS", "VERDICTS", "Verdict", "check_all", "check_term", "gathered"]
