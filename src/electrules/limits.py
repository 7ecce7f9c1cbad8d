"""How large anything may be: every bound on what the outside can make us do, in one place.

Each is tested at the bound and one beyond it; beyond it there is a diagnostic, never a crash or a partial result.
A host that needs others sets them after `from electrules import limits` and before it uses anything else of the package.
"""

from __future__ import annotations

from datetime import date

FILE_BYTES = 2 * 1024 * 1024
"""One rule file (ER0105)."""

FILES = 5_000
"""Rule files of one load (ER0105)."""

TOKENS = 1_000_000
"""Tokens of one file (ER0111)."""

NESTING = 100
"""Parentheses within parentheses (ER0110)."""

NAME_LENGTH = 200
"""Code points of one name; suggestions are sought for no longer text."""

MENDED = 100
"""Slips of one file, or of the facts of one question, for which a mend is sought."""

MENDED_TOKENS = 500
"""Tokens of a statement in which a mend is sought."""

SAID = 10_000
"""Bad characters and numbers in one block, after which it is read no further."""

ARTICLES = 10_000
"""Articles that an instrument may say it has (ER0541)."""

CLAUSES = 200
"""Clauses into which one article may be divided (ER0541)."""

NUMBER_DIGITS = 30
"""Digits of one number as written (ER0205)."""

MAGNITUDE = 2**256
"""Numerators and denominators stay below it."""

FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""The days that rules and facts may speak of (ER0405)."""

LEAVES = 10_000
"""Cases into which the unknown facts of one term may fall (ER0501)."""

STEPS = 1_000_000
"""Nodes evaluated for one question."""

PROOF_NODES = 100_000
"""Nodes of one proof that are put into words; the rest are counted."""

MARKS = 30
"""Combining marks on one letter: more make normalising slow, and no language has them (ER0104)."""

PLACES = 50
"""Further places that one diagnostic lists."""

TREE_DEPTH = 250
"""Nodes of the evaluation tree that stand one in another."""

KEPT_FILES = 512
"""Files whose blocks a process remembers between loads."""

KEPT_BLOCKS = 32_768
"""Blocks, and versions, of which a process remembers between loads what they say."""

READINGS = 10
"""Conditions of one term that have no value in one case, each of which is read both ways (ER0501)."""

WORKING_DAYS = 10_000
"""Working days that are counted one by one."""

PLANNED = 2_000
"""Parts, and deputies, of one plan of constituencies (ER0623)."""
