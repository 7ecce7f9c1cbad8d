"""How a provision is known, and the weakest of several ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

STATUS: Final = ("derived", "official", "secondary", "unconfirmed")
"""From the most certain; "derived" is what rests on no provision of its own, as that nothing is required where nothing applies."""


def weakest(found: Iterable[str]) -> str:
    """The weakest of the statuses *found*: "official" where there is none, since nothing doubtful was relied on."""
    return max(found, key=STATUS.index, default="official")
