# Two commands matter: `make demo` shows the real thing, `make check` runs every gate.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := tests/report/browser
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Two gates at a time; where one fails no other is begun.
TOGETHER := $(MAKE) --no-print-directory -j2

.PHONY: demo measure benchmark quality check format lint types contracts test browser screenshots generated package pythons lock clean help

help:
	@echo 'make demo         collect from a simulated service; a verified bundle lands in build/demo/'
	@echo 'make check        run every gate: lint, types, contracts, tests, generated pages, package, other Pythons'
	@echo 'make measure      judge 200 broken installations; print recall and precision of the findings'
	@echo 'make format       format the code'
	@echo 'make benchmark    measure the speed of redaction, as ratios side by side, and of the pages'
	@echo 'make quality      measure what the rules find and leave; writes docs/quality.md (CORPORA=DIR: prints more cases)'
	@echo 'make screenshots  show the pages of three scenarios in docs/images/'
	@echo 'make lock         resolve the dependencies anew (needs uv)'

demo: $(VENV)/run.stamp
	@mkdir -p build/demo
	@$(BIN)/collect-bundle demo --output build/demo

check: $(VENV)/dev.stamp browser
	@$(TOGETHER) --output-sync lint types contracts generated
	@$(TOGETHER) test package pythons
	@echo 'check: all gates passed'

measure: $(VENV)/dev.stamp
	@$(BIN)/python tests/support/broken_clusters.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(VENV)/dev.stamp
	$(BIN)/mypy --strict

contracts: $(VENV)/dev.stamp
	$(BIN)/lint-imports

test: $(VENV)/dev.stamp browser
	$(BIN)/python -m pytest -n auto --dist worksteal

browser: $(AXE)/node_modules/stamp

screenshots: $(VENV)/dev.stamp
	PYTHONPATH=tests/support $(BIN)/python docs/screenshots.py

generated: $(VENV)/dev.stamp
	$(BIN)/python docs/generate.py --check

package: $(VENV)/dev.stamp
	.ci/package $(BIN)/python

pythons: $(VENV)/dev.stamp
	.ci/pythons $(BIN)/pip

benchmark: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.redaction
	PYTHONPATH=tests/support $(BIN)/python -m benchmarks.report

quality: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.quality > $(if $(CORPORA),/dev/stdout,docs/quality.md)

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group build -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.txt

clean:
	rm -rf $(VENV) $(AXE)/node_modules build dist

$(AXE)/node_modules/stamp: $(AXE)/package-lock.json
	@npm ci --prefix $(AXE) --silent --ignore-scripts --no-audit --no-fund || \
	  { echo 'error: axe-core could not be installed; next: install npm, or see the messages above'; exit 1; }
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'error: Python 3.11 or newer is needed; next: make demo PYTHON=python3.12'; exit 1; }
	@echo 'setting up $(VENV) (once)'
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo 'error: no virtual environment; next: install python3-venv'; exit 1; }

$(VENV)/run.stamp: requirements.txt pyproject.toml | $(VENV)/bin/python
	@$(BIN)/pip install -q --require-hashes -r requirements.txt
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@$(BIN)/pip install -q --require-hashes -r requirements-dev.txt
	@touch $@
