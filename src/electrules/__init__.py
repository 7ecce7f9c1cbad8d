"""electrules: legal provisions as text rules, parsed into a typed evaluation tree that answers with proof and citations.

Importing this package imports almost nothing: each public name is fetched when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import fetched

if TYPE_CHECKING:
    from .diagnostics.diagnostic import Diagnostic
    from .diagnostics.errors import ElectrulesError, FactErrors, RuleErrors
    from .evaluate.answer import Answer
    from .pipeline import load
    from .rulebook import Rulebook
    from .source.citation import Citation
    from .tree import Tree

_HOMES = {
    "Answer": "evaluate.answer",
    "Citation": "source.citation",
    "Diagnostic": "diagnostics.diagnostic",
    "ElectrulesError": "diagnostics.errors",
    "FactErrors": "diagnostics.errors",
    "RuleErrors": "diagnostics.errors",
    "Rulebook": "rulebook",
    "Tree": "tree",
    "load": "pipeline",
}

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Citation",
    "Diagnostic",
    "ElectrulesError",
    "FactErrors",
    "RuleErrors",
    "Rulebook",
    "Tree",
    "load",
]

if not TYPE_CHECKING:  # a type checker has the names from above, and knows of no other
    __getattr__, __dir__ = fetched(__name__, _HOMES)
