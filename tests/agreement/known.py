"""What the product does not yet follow, each with the finding that says so; the draw avoids it. It is to be empty."""

KNOWN: dict[str, str] = {}

AVOID = frozenset(KNOWN)
