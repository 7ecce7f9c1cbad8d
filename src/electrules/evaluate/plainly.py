"""An expression worked out from known facts alone, without the cases of those that are open."""

from __future__ import annotations

from ..tree.nodes import Expr
from .evaluate import evaluate
from .outcome import Need, Refused, Result, TooWide, Wants
from .select import conclude
from .view import Case


def plainly(expr: Expr, here: Case) -> Result | None:
    """What *expr* comes to; None where facts that are not known could change it."""
    while True:
        try:
            return evaluate(expr, here)
        except Wants as wanted:
            try:
                here.concluded[wanted.term] = conclude(wanted.term, here)
            except (Need, TooWide, Refused):
                return None
        except (Need, TooWide, Refused):
            return None
