"""The command line: thin commands over what a Python user can call, and the only reader of the clock."""

from __future__ import annotations


def main() -> None:
    """Run `electrules` with the arguments of this process."""
    from .app import app

    app.main(prog_name="electrules")
