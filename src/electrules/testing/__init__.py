"""Hypothesis strategies for whoever tests rules: `facts` are drawn from the declared terms.

For whoever writes another reader there are two more: `testing.rulebooks` draws whole trees with facts to ask them,
`testing.documents` sentences of the language. Hypothesis is imported when one is asked for.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from ..rulebook import Rulebook
    from ..tree.types import Term

__all__ = ["facts"]


def facts(
    law: Rulebook, term: str | Term, on: date | str | None = None, *, partial: bool = False, known: date | str | None = None
) -> SearchStrategy[dict[str, object]]:
    """Facts that `ask` takes for *term*: names to values, within their declared ranges and what constraints allow, every threshold ±1 likely.

    *on* (None: the day from which the newest law is in force) and *known* choose the law whose thresholds are meant; *partial*: some facts may be
    left out. Raises `FactErrors` for a term or day that there is not, `ImportError` without Hypothesis.
    """
    from .facts import facts as drawn

    return drawn(law, term, on, partial=partial, known=known)
