"""Bad input is tried on the short rule texts of the rulebook's tests, and in a thread with a small stack."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "rulebook"))
sys.path.insert(0, str(Path(__file__).parent))
