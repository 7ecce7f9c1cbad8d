# The menu: every line calls an ordinary tool.

# everything that must hold before a change goes in
ci:
    bash .ci/run

test:
    python -m pytest -q -n 2

lint:
    ruff check . && mypy && lint-imports

# write the grammars again after a change of grammars/constructs.toml
grammars:
    python -c "from pathlib import Path; from electrules.syntax.grammar import grammar_text; [Path(f'grammars/{each}.lark').write_text(grammar_text(each), encoding='utf-8') for each in ('vi', 'en')]"

# write the tables of sentences and nodes again in docs/
tables:
    python tests/docs/sentences.py

# draw the pictures of the documentation again
pictures:
    python tests/docs/pictures.py

bench:
    python benchmarks/measure.py
