# Two commands need nothing before them but Python 3.11+ and make: `make dashboard` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: native native-check lock audit reliability reliability-sample dashboard test lint types layers library fuzz fuzz-overnight docs docs-current docs-check wheel setup clean

dashboard: $(VENV)/ready
	"$(BIN)/township-metrics" dashboard

test: $(VENV)/ready-dev
	"$(BIN)/python" -m pytest -n auto --maxprocesses 4 --dist worksteal

lint: $(VENV)/ready-dev
	"$(BIN)/ruff" format --check .
	"$(BIN)/ruff" check .

types: $(VENV)/ready-dev
	"$(BIN)/mypy"

layers: $(VENV)/ready-dev
	"$(BIN)/lint-imports"

library: $(VENV)/ready-dev
	"$(BIN)/township-metrics" metrics check

# every promise of docs/reliability.md at full size; `make reliability ROWS="R8 R15"` tries some of them
reliability: $(VENV)/ready-dev
	"$(BIN)/python" -m reliability $(ROWS)

reliability-sample: $(VENV)/ready-dev
	"$(BIN)/python" -m reliability --sample $(ROWS)

# the versions with hashes that the tests were last run with: pip install --require-hashes -r requirements-dev.lock
lock: $(VENV)/ready-dev
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check uv
	"$(BIN)/uv" pip compile pyproject.toml --extra dev --generate-hashes --python-version 3.11 --universal --quiet --custom-compile-command "make lock" --output-file requirements-dev.lock

audit: $(VENV)/ready-dev
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check pip-audit
	"$(BIN)/pip-audit" --requirement requirements-dev.lock --require-hashes --disable-pip

# two minutes, and a night; what is learnt is kept in .fuzz/
fuzz: $(VENV)/ready-fuzz
	"$(BIN)/python" -m fuzz --seconds 6

fuzz-overnight: $(VENV)/ready-fuzz
	"$(BIN)/python" -m fuzz --seconds 1400

docs: $(VENV)/ready-dev
	"$(BIN)/python" -m docs.generate

docs-current: $(VENV)/ready-dev
	"$(BIN)/python" -m docs.generate --check

docs-check: docs-current
	"$(BIN)/python" -m pytest tests/docs

wheel: $(VENV)/ready-dev
	"$(BIN)/python" .ci/wheel.py

# the reading rules as machine code, where a C compiler and Python's headers are at hand
setup: $(VENV)/ready-dev
	@"$(BIN)/python" -m extract.native_build --try

native: $(VENV)/ready-dev
	"$(BIN)/python" -m extract.native_build

native-check: $(VENV)/ready-dev
	"$(BIN)/python" .ci/native.py

$(VENV)/ready: pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	"$(PYTHON)" -m venv "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e .
	@touch "$@"

# the versions that were tried together, so that a release of yesterday fails nobody today; then whatever the list lacks
$(VENV)/ready-dev: $(VENV)/ready
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock || echo "make: the versions of requirements-dev.lock cannot be had here; going on with what the ranges allow"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch "$@"

$(VENV)/ready-fuzz: $(VENV)/ready-dev
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e ".[fuzz]"
	@touch "$@"

clean:
	rm -rf "$(VENV)" .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
