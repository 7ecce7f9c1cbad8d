"""What is said of a name that is not what it looks like."""

from __future__ import annotations

from ..source.names import unclear
from ..source.screen import code_point
from .diagnostic import Diagnostic, diagnose


def said_of_name(name: str, where: str) -> Diagnostic | None:
    """The diagnostic of a *name*, given at *where*, that looks like another; None for a name that is what it looks like."""
    found = unclear(name)
    if found is None:
        return None
    return diagnose("ER0643", fact=where, where=where, name=found.meant[:200], codepoint=code_point(found.character), suggestion=found.meant[:200])
