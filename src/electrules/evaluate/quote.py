"""What was given, quoted in messages."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction


def shown(given: object) -> str:
    """What was given, short enough to be quoted, whatever it is."""
    if isinstance(given, str):
        return given[:200]
    if isinstance(given, bool) or given is None:
        return str(given).lower() if given is not None else "null"
    if isinstance(given, int):
        return str(given) if given.bit_length() < 1000 else f"2^{given.bit_length() - 1}…"
    if isinstance(given, (date, time, float)):
        return str(given)[:200]
    if isinstance(given, Decimal):
        return f"{given.as_tuple().digits[:20]}E{given.as_tuple().exponent}" if len(given.as_tuple().digits) > 40 else str(given)
    if isinstance(given, Fraction):
        return f"{shown(given.numerator)}/{shown(given.denominator)}"
    return type(given).__name__
