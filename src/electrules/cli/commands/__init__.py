"""One command in each file: it reads what was typed, calls what a Python user can call, and prints."""
