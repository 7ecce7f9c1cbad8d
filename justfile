# The menu: every line calls an ordinary tool.

# everything that must hold before a change goes in
ci:
    bash .ci/run

test:
    python -m pytest -q

# the quick tests only, within a minute
quick:
    python -m pytest -q -m "not slow"

lint:
    ruff check . && mypy && lint-imports

# whole random rulebooks at every door, at length: how many, from which seed
agree COUNT="1000" SEED="0":
    PYTHONPATH=src:tests python -m agreement.run {{COUNT}} {{SEED}}

# which pairs of constructs those rulebooks have met; --write chooses anew the rulebooks that the tests go through
pairs *ARGS:
    PYTHONPATH=src:tests python -m agreement.pairs {{ARGS}}

# write the grammars again after a change of grammars/constructs.toml
grammars:
    python -c "from pathlib import Path; from electrules.syntax.grammar import grammar_text; [Path(f'grammars/{each}.lark').write_text(grammar_text(each), encoding='utf-8') for each in ('vi', 'en')]"

# write the tables of sentences and nodes again in docs/
tables:
    python tests/docs/sentences.py

# write what lawyers review again: the pages of tests/golden; then read the difference
goldens:
    PYTHONPATH=tests python tests/properties/reviewed.py
    PYTHONPATH=tests python tests/elections/test_calendars.py
    PYTHONPATH=tests python tests/explain/test_goldens.py

# draw the pictures of the documentation again
pictures:
    python tests/docs/pictures.py

# threads that share the law that ships, for an hour or SECONDS: their count of questions, and whether memory stays flat
threads seconds="3600":
    python tests/rulebook/threads.py {{seconds}}

# twenty ways of getting the meaning wrong, each made in a copy: does some test notice?
mutations:
    python tests/mutations/run.py

# what takes long: a hundred thousand whole rulebooks, an hour of threads, the mutations; the last pass stands in benchmarks/README.md
nightly:
    PYTHONPATH=src:tests python -m agreement.run 100000 "$(date +%Y%m%d)"
    python tests/rulebook/threads.py 3600
    python tests/mutations/run.py

bench:
    python benchmarks/measure.py
