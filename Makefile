# Two commands do all the set-up: `make run` and `make test`. The environment is .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: run test journeys lint types contracts check bench pictures schema reliability fuzz soak pythons lock clean

# Open the explorer.
run: .venv/.run
	$(BIN)/python main.py

# The tests, on all cores; a core that has nothing left to do takes over tests of another. Neither Python's own switches
# nor the locale of whoever runs them count.
PYTEST := env -u PYTHONOPTIMIZE -u PYTHONUTF8 -u PYTHONIOENCODING LC_ALL=C.UTF-8 $(BIN)/python -m pytest
PARALLEL := -n auto --dist worksteal

# Run all tests: the same each time.
test: .venv/.test
	$(PYTEST) $(PARALLEL)

# Play the journeys of users alone.
journeys: .venv/.test
	$(PYTEST) $(PARALLEL) tests/journeys

# Style, docstrings and spelling.
lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

# Types.
types: .venv/.test
	$(BIN)/mypy

# Who may import whom.
contracts: .venv/.test
	$(BIN)/lint-imports

# Check the shipped plan; AGAINST=DIR holds its quotes against the originals in DIR.
check: .venv/.run
	$(BIN)/python main.py check $(if $(AGAINST),--against $(AGAINST))

# Measure, and write docs/performance.md; FZF=PROGRAM names a newer fzf than the system's.
bench: .venv/.test
	$(BIN)/python -m benchmarks.run

# Draw the pictures of the README from the running program.
pictures: .venv/.test
	$(BIN)/python -m docs.draw

# Make the JSON Schema of the data from the loader's forms.
schema: .venv/.run
	$(BIN)/python -m plan_data.loading.json_schema

# Write docs/reliability.md: which bad input is tried, in which test.
reliability: .venv/.test
	$(BIN)/python -m docs.reliability

# What takes long: all tests five times over, terminals that go away in every screen, many kills while notes are written,
# long walks over random keys, and ten times as many examples by hypothesis, other ones each time.
soak: .venv/.test
	for round in 1 2 3 4 5; do $(PYTEST) $(PARALLEL) || exit 1; done
	HANG_UPS=20 $(PYTEST) $(PARALLEL) tests/process/test_hang_up.py
	KILL_ROUNDS=200 $(PYTEST) tests/unit/test_store.py -k kill
	WALK_FIRST=$$(date +%s) WALK_STEPS=3000 WALK_SEEDS=16 $(PYTEST) $(PARALLEL) tests/screens/test_random_walk.py
	HYPOTHESIS_PROFILE=soak $(PYTEST) $(PARALLEL) -m hypothesis

# Fuzz the loader, guided by coverage, for SECONDS; what it finds is kept in tests/fuzz/kept.
SECONDS ?= 300
fuzz: .venv/.test
	$(PIP) install atheris
	$(BIN)/python -m tests.fuzz.run $(SECONDS)

# Run the tests on the other Pythons that are found here, or on those that PYTHONS names.
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

# Remove what was made.
clean:
	rm -rf .venv .venv-* build dist *.egg-info

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml requirements-test.txt | .venv/bin/python
	$(PIP) install -c requirements-test.txt -e .
	touch $@

.venv/.test: .venv/.run requirements-test.txt
	$(PIP) install -r requirements-test.txt
	touch $@
