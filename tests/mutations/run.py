"""Each way of getting the meaning wrong that mutations.toml lists, made in a copy of the project: does some test notice?

`python tests/mutations/run.py [FOLDER] [PYTEST ARGUMENTS]`; FOLDER is the project to try (default: this one).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
TESTS = ["tests/evaluate", "tests/semantics", "tests/corpus", "tests/rulebook", "tests/calendar"]
COPIED = ("src", "tests", "rules", "grammars", "docs", "pyproject.toml", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")


def main() -> int:
    project = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parents[1]).resolve()
    arguments = sys.argv[2:] or [each for each in TESTS if (project / each).exists()]
    mutations = tomllib.loads((HERE / "mutations.toml").read_text(encoding="utf-8"))["mutation"]
    alive = 0
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        copy = Path(folder)
        for name in COPIED:
            there = project / name
            (shutil.copytree if there.is_dir() else shutil.copy)(there, copy / name)
        for number, each in enumerate(mutations, 1):
            path = copy / each["file"]
            text = path.read_text(encoding="utf-8")
            if text.count(each["old"]) != 1:
                print(f"{number:2} NOT MADE: {each['what']} ({each['file']} has no such text, or has it twice)", flush=True)
                alive += 1
                continue
            changed = text.replace(each["old"], each["new"])
            for old, new in [each["also"]] if "also" in each else []:
                changed = changed.replace(old, new, 1)
            path.write_text(changed, encoding="utf-8")
            by = noticed(copy, arguments)
            path.write_text(text, encoding="utf-8")
            alive += by is None
            print(f"{number:2} {'LIVES' if by is None else 'noticed'}: {each['what']}{f' ({by})' if by else ''}", flush=True)
    print(f"{len(mutations) - alive} of {len(mutations)} noticed")
    return 1 if alive else 0


def noticed(copy: Path, arguments: list[str]) -> str | None:
    """The first test that fails, the quick ones first; None where none does."""
    env = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    for which in ("not slow", "slow"):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n0", "-m", which, *arguments]
        made = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)
        if made.returncode not in (0, 5):
            return next((line.split()[1] for line in made.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), f"exit {made.returncode}")
    return None


if __name__ == "__main__":
    sys.exit(main())
