"""The public evaluation tree: few closed, frozen nodes, each citing its law. Never imports Lark."""

from .json import MalformedTree
from .nodes import *  # noqa: F403
from .nodes import __all__ as _nodes
from .tree import Tree
from .types import Clock, Day, ListOf, Member, Number, OneOf, Record, Term, Text, Type, YesNo

__all__ = ["Clock", "Day", "ListOf", "MalformedTree", "Member", "Number", "OneOf", "Record", "Term", "Text", "Tree", "Type", "YesNo", *_nodes]  # noqa: PLE0604
