"""Rules: what the statements in force say, as rules of the evaluation tree, and the rulebook that answers questions."""

from .rulebook import Rulebook

__all__ = ["Rulebook"]
