"""Libraries that only some formats need: imported when they are, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from ..diagnostics.errors import ElectrulesError

EXTRA = "calendar"
"""The extra of the package that installs them."""


class MissingExtra(ElectrulesError):
    """A format needs *library*, which the *extra* of this package installs."""

    def __init__(self, library: str, extra: str = EXTRA) -> None:
        self.library = library
        self.extra = extra
        super().__init__(f"{library}: pip install 'electrules[{extra}]'")


def library(name: str) -> ModuleType:
    """The library *name*; raises `MissingExtra`."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise MissingExtra(name) from None
