"""What election offices work out beside the law: seats distributed by a formula, constituencies planned, results from counts.

Importing this package imports almost nothing: each public name is fetched when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import fetched

if TYPE_CHECKING:
    from .check import Check
    from .distribute import distribute
    from .distribution import Distribution
    from .plan_result import Constituency, Plan
    from .planning import plan
    from .result import result
    from .result_found import Result

_HOMES = {
    "Check": "check",
    "Constituency": "plan_result",
    "Distribution": "distribution",
    "Plan": "plan_result",
    "distribute": "distribute",
    "plan": "planning",
    "Result": "result_found",
    "result": "result",
}

__all__ = ["Check", "Constituency", "Distribution", "Plan", "Result", "distribute", "plan", "result"]

if not TYPE_CHECKING:  # a type checker has the names from above, and knows of no other
    __getattr__, __dir__ = fetched(__name__, _HOMES)
