"""The public evaluation tree: few closed, frozen nodes, each citing its law. Never imports Lark."""

from .nodes import *  # noqa: F403
from .nodes import __all__ as _nodes
from .sound import MalformedTree
from .tree import Tree
from .types import Clock, Day, ListOf, Member, Moment, Number, OneOf, Picked, Record, Term, Text, Type, Unit, YesNo

__all__ = [  # noqa: PLE0604
    "Clock",
    "Day",
    "ListOf",
    "MalformedTree",
    "Member",
    "Moment",
    "Number",
    "OneOf",
    "Picked",
    "Record",
    "Term",
    "Text",
    "Tree",
    "Type",
    "Unit",
    "YesNo",
    *_nodes,
]
