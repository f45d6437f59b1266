# make demo    score the Gaoping example and write its Word report
# make test    every lint and every test
# make bench   speed, side by side with what else does the job
# make update  goldens and generated pages written anew; review the diff

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# What tools remember between runs stays in .venv: the tree holds nothing but its files.
export COVERAGE_FILE := $(CURDIR)/.venv/coverage/data
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.venv/hypothesis
export MYPY_CACHE_DIR := $(CURDIR)/.venv/mypy
export RUFF_CACHE_DIR := $(CURDIR)/.venv/ruff
EXAMPLE := examples/gaoping-2022

.PHONY: demo test lint bench update clean

demo: .venv/ready
	$(BIN)/evalcli score $(EXAMPLE)
	$(BIN)/evalcli render --docx $(EXAMPLE)

test: lint
	mkdir -p .venv/coverage
	$(BIN)/python -m pytest -q -p no:cacheprovider -n auto --cov --cov-report=term:skip-covered

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

# The wheel, as a user installs it: an editable install looks for its modules at every start, which no user pays for.
bench: .venv/bench/ready
	.venv/bench/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	rm -rf build
	.venv/bench/bin/python benchmarks/run.py

update: .venv/ready-dev
	$(BIN)/python -m pytest -q -p no:cacheprovider --update

clean:
	rm -rf .venv build dist evalcli.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis examples/*/out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --editable .
	touch $@

.venv/bench/ready: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv/bench
	.venv/bench/bin/python -m pip install --quiet --disable-pip-version-check ".[bench]"
	touch $@

.venv/ready-%: .venv/ready
	$(PIP) install --editable ".[$*]"
	touch $@
