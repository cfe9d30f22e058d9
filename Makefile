# Two commands do all the set-up: `make run` and `make test`. The environment is .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: run test judges journeys lint types contracts check bench pictures schema man reliability fuzz soak pythons lock clean

# Open the explorer.
run: .venv/.run
	$(BIN)/python main.py

# The tests run on all cores; idle workers take over tests of others. Python's environment variables and the locale of the
# user must not change the results.
PYTEST := env -u PYTHONOPTIMIZE -u PYTHONUTF8 -u PYTHONIOENCODING LC_ALL=C.UTF-8 $(BIN)/python -m pytest
PARALLEL := -n auto --dist worksteal

# Run all tests; the run is deterministic.
test: .venv/.test
	$(PYTEST) $(PARALLEL)

# Let every program that exports are meant for read them: those of Debian's packages pandoc, chromium, biber,
# texlive-latex-recommended, texlive-bibtex-extra, poppler-utils, libreoffice-calc, mandoc, default-jre, npm. Fails where
# one is missing; `make test` leaves its tests out.
JUDGED := $(addprefix tests/unit/test_,exports.py page.py bibliography.py tables.py manual.py)
judges: .venv/.test .tools
	ALL_JUDGES=1 $(PYTEST) $(PARALLEL) tests/readers $(JUDGED)

# Run only the journeys of users.
journeys: .venv/.test
	$(PYTEST) $(PARALLEL) tests/journeys

# Check style, docstrings and spelling.
lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

# Check types.
types: .venv/.test
	$(BIN)/mypy

# Check the import contracts.
contracts: .venv/.test
	$(BIN)/lint-imports

# Check the shipped plan; AGAINST=DIR also compares its quotes with the original texts in DIR.
check: .venv/.run
	$(BIN)/python main.py check $(if $(AGAINST),--against $(AGAINST))

# Measure, and write docs/performance.md; FZF=PROGRAM uses another fzf than the system's.
bench: .venv/.test
	$(BIN)/python -m benchmarks.run

# Draw the pictures and write the key table of the README from the running program.
pictures: .venv/.test
	$(BIN)/python -m docs.draw

# Write the JSON Schemas of the data (from the field parsers) and of the output.
schema: .venv/.run
	$(BIN)/python -m plan_data.loading.json_schema

# Write the page for man, docs/internet-plus.1, from the commands, the keys and the exit codes.
man: .venv/.test
	$(BIN)/python -m docs.manual

# Write docs/reliability.md from the tests.
reliability: .venv/.test
	$(BIN)/python -m docs.reliability

# The long checks: all tests five times, terminals that close on every screen, many kills while notes are written, long
# random walks, and ten times as many random examples by hypothesis.
soak: .venv/.test
	for round in 1 2 3 4 5; do $(PYTEST) $(PARALLEL) || exit 1; done
	HANG_UPS=20 $(PYTEST) $(PARALLEL) tests/process/test_hang_up.py
	KILL_ROUNDS=200 $(PYTEST) tests/unit/test_store.py -k kill
	WALK_FIRST=$$(date +%s) WALK_STEPS=3000 WALK_SEEDS=16 $(PYTEST) $(PARALLEL) tests/screens/test_random_walk.py
	HYPOTHESIS_PROFILE=soak $(PYTEST) $(PARALLEL) -m hypothesis

# Fuzz the loader, guided by coverage, for SECONDS; failing inputs go to tests/fuzz/kept.
SECONDS ?= 300
fuzz: .venv/.test
	$(PIP) install atheris
	$(BIN)/python -m tests.fuzz.run $(SECONDS)

# Run the tests with the other Pythons on this machine, or with those in PYTHONS.
PYTHONS ?= $(shell command -v python3.12) $(shell command -v python3.13)
pythons:
	for python in $(PYTHONS); do \
	  home=.venv-$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])') && \
	  $$python -m venv $$home && $$home/bin/python -m pip -q install -r requirements-test.txt && \
	  $$home/bin/python -m pytest -n auto --deselect tests/process/test_wheel.py || exit 1; \
	done

# Write requirements-test.txt anew: the newest versions that pyproject.toml and requirements-test.in allow.
LOCK := .venv-lock/bin/python -m pip --disable-pip-version-check
lock:
	rm -rf .venv-lock
	$(PYTHON) -m venv .venv-lock
	$(LOCK) -q install -e '.[traditional]' -r requirements-test.in
	$(LOCK) freeze --exclude-editable | LC_ALL=C sort -f > requirements-test.txt
	rm -rf .venv-lock

# Remove everything that make created.
clean:
	rm -rf .venv .venv-* build dist *.egg-info

# Readers from npm: the Nu HTML checker, the parser that Better BibTeX for Zotero uses, citeproc-js.
.tools:
	npm install --prefix .tools --silent --no-audit --no-fund --ignore-scripts \
	  vnu-jar@26.9.27 @retorquere/bibtex-parser@9.0.29 citeproc@2.4.63

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml requirements-test.txt | .venv/bin/python
	$(PIP) install -c requirements-test.txt -e .
	touch $@

.venv/.test: .venv/.run requirements-test.txt
	$(PIP) install -r requirements-test.txt
	touch $@
