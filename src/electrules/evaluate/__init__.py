"""The meaning of the language: one total evaluator, a loop around it for partial facts, answers with their proof."""

from .answer import Answer, Awaited
from .ask import ask
from .cases import CaseTree, Leaf, cases, cases_of
from .facts import check_facts
from .finding import Assessment, Finding, require
from .order import asking_order
from .vocabulary import Vocabulary

__all__ = [
    "Answer",
    "Assessment",
    "Awaited",
    "CaseTree",
    "Finding",
    "Leaf",
    "Vocabulary",
    "ask",
    "asking_order",
    "cases",
    "cases_of",
    "check_facts",
    "require",
]
