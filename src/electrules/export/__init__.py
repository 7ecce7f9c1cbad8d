"""A calendar as a file that other programs open. The same calendar gives the same bytes."""

from .document import SUFFIXES, calendar_document
from .extra import MissingExtra

__all__ = ["SUFFIXES", "MissingExtra", "calendar_document"]
