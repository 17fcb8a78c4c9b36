# chitieu: the commands of the project. `make` alone lists them.

VENV := .venv
BIN := $(VENV)/bin
# The first that is new enough; `make PYTHON=/path/to/python3.12` overrides.
PYTHON = $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.DEFAULT_GOAL := help
.PHONY: help extract validate verify test corpus bench constraints clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

extract: $(RUNTIME) ## read every decree in corpus/, write outputs/
	$(BIN)/chitieu extract corpus --out outputs

validate: $(RUNTIME) ## check outputs/ against schemas/
	$(BIN)/chitieu validate outputs

verify: $(RUNTIME) ## find every quote of outputs/ again in corpus/
	$(BIN)/chitieu verify outputs --sources corpus

test: $(DEV) ## style, types, architecture, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest

corpus: $(DEV) ## build the sample decrees in corpus/ again
	$(BIN)/python -m tests.corpus.build

bench: $(DEV) ## measure speed
	$(BIN)/python -m benchmarks.run

constraints: ## pin the newest versions of all dependencies in constraints.txt
	rm -rf build/pins
	$(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip --disable-pip-version-check install --quiet '.[dev]'
	{ sed '/^[^#]/,$$d' constraints.txt; \
	build/pins/bin/python -m pip freeze --exclude chitieu; } > build/constraints.txt
	mv build/constraints.txt constraints.txt
	rm -rf build

clean: ## remove the environment, caches and builds; outputs/ stays
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Installed anew only where the dependencies changed: everything else works without a network.
$(RUNTIME): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(RUNTIME)

# Debian and Ubuntu keep venv in a package of its own.
$(BIN)/python:
	@python='$(PYTHON)'; \
	if [ -z "$$python" ]; then \
		echo 'lỗi/error: no Python 3.11 or newer; install one, or run make PYTHON=/path/to/python' >&2; exit 1; \
	fi; \
	"$$python" -m venv $(VENV) && exit 0; \
	rm -rf $(VENV); \
	package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	sudo=; [ "$$(id -u)" = 0 ] || sudo='sudo -n'; \
	$$sudo apt-get update -qq && $$sudo apt-get install -y -qq "$$package" && "$$python" -m venv $(VENV) && exit 0; \
	rm -rf $(VENV); \
	echo "lỗi/error: $$python cannot make a virtual environment; run: sudo apt install $$package" >&2; exit 1
