"""What election offices work out beside the law: seats distributed by a formula, constituencies planned, results from counts.

Importing this package imports almost nothing: each public name is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

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


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted((*globals(), *_HOMES))
