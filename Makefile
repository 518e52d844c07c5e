# Thin: each target says what it does; the tools' own configuration is in pyproject.toml.
PY ?= $(shell command -v python3.11 || command -v python3)
UV_VERSION := 0.13.9
BIN := .venv/bin
TESTS := $(BIN)/pytest -q
DA := locale/da/LC_MESSAGES/django.mo
export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1
unexport PYTHONDONTWRITEBYTECODE

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: install ## Build a living demo company, serve it and print the sign-ins
	@$(BIN)/hjemmedag demo $(DEMO)

test: check testtools ## Everything: checks, then all tests on both databases and in a real browser
	$(TESTS) -n 2 --dist loadgroup -m 'not browser and not faults'
	HJEMMEDAG_TEST_DATABASE=postgresql $(TESTS) -n 2 --dist loadgroup -m 'not browser and not faults' \
	  --ignore tests/core --ignore tests/rulebook --ignore tests/architecture
	$(TESTS) -m browser
	$(TESTS) -m faults

check: install testtools ## Formatting, lint, types, import contracts, migrations, translations, docs
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --verbose
	@$(BIN)/python tools/checks.py

fix: install ## Mend formatting and what lint can mend, refresh generated files and catalogues
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .
	@$(BIN)/python tools/generate.py

bench: install testtools ## Ratios against a minimal app of the same shape, measured in one run
	@$(BIN)/python -m benchmarks

soak: install testtools ## The long runs: fuzz and kill for an hour
	@HJEMMEDAG_SOAK=1 $(BIN)/pytest -q tests/faults

install: .venv/.stamp $(DA) src/hjemmedag/ui/static/vendor/.stamp

testtools: .venv/.stamp
	@$(BIN)/python tools/testtools.py

screenshots: install testtools ## Take the pictures of the README anew
	@$(BIN)/python -m tools.screenshots

lock: ## Resolve the dependencies anew into requirements.lock
	.tools/bin/uv pip compile -q pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header -o requirements.lock

.venv/.stamp: requirements.lock pyproject.toml
	@$(PY) -m pip install -qq --disable-pip-version-check --root-user-action=ignore --upgrade --target .tools 'uv==$(UV_VERSION)' || true
	@if [ -x .tools/bin/uv ]; then \
	  .tools/bin/uv venv -q --clear --python $(PY) .venv && export VIRTUAL_ENV=.venv && \
	  .tools/bin/uv pip install -q --require-hashes -r requirements.lock && \
	  .tools/bin/uv pip install -q --no-deps --no-build-isolation -e .; \
	else \
	  $(PY) -m venv --clear .venv && $(BIN)/pip install -q --require-hashes -r requirements.lock && \
	  $(BIN)/pip install -q --no-deps --no-build-isolation -e .; \
	fi
	@touch $@

locale/%/LC_MESSAGES/django.mo: locale/%/LC_MESSAGES/django.po .venv/.stamp
	@$(BIN)/pybabel -q compile -D django -d locale

src/hjemmedag/ui/static/vendor/.stamp: package-lock.json tools/vendor.py $(wildcard src/hjemmedag/ui/styles/*) .venv/.stamp
	@$(BIN)/python tools/vendor.py
	@touch $@

.PHONY: help demo test check fix bench soak screenshots install testtools lock
.DEFAULT_GOAL := help
