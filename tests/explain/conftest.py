"""Fixtures, and the folder on the path, for the goldens' questions stand in modules of their own."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
