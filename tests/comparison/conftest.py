"""Comparisons are tested on the short rule texts of the rulebook's tests, and on the law that ships."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "rulebook"))
