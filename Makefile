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

# What pip cannot bring, by Debian's names: the models that read scans, and what reads .rtf files.
MODELS := tesseract-ocr-vie tesseract-ocr-script-viet tesseract-ocr-eng tesseract-ocr-osd
OFFICE := libreoffice-writer-nogui
# The packages that could not be installed the last time: only `make system` tries them again.
REFUSED := $(VENV)/.refused

.DEFAULT_GOAL := help
.PHONY: help extract review validate verify test corpus bench system constraints clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

extract: $(RUNTIME) ## read every decree in corpus/, write outputs/
	@wanted='$(MODELS)'; \
	rtf=$$(find corpus -iname '*.rtf' -print -quit -o -iname '*.doc' -exec grep -aq '^{\\rtf' {} \; -print -quit); \
	[ -z "$$rtf" ] || wanted="$$wanted $(OFFICE)"; $(INSTALLED)
	$(BIN)/chitieu extract corpus --out outputs

review: $(RUNTIME) ## compare outputs/ with corpus/ in the browser
	$(BIN)/chitieu review outputs --sources corpus

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

system: ## install the system packages: OCR models, LibreOffice
	@rm -f $(REFUSED); wanted='$(MODELS) $(OFFICE)'; $(INSTALLED)

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
	$(PIP) --editable '.[review,scan]'
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

# Installs the packages $$wanted that are not there, where that needs no password; never fails.
define INSTALLED
	missing() { for package in $$wanted; do \
		case $$package in libreoffice*) command -v soffice >/dev/null && continue;; esac; \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || \
		printf ' %s' $$package; done; }; \
	apt() { $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=0 \
		-o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10 -o DPkg::Lock::Timeout=60 \
		"$$@" </dev/null >/dev/null 2>&1; }; \
	missing=$$(missing); \
	if [ -n "$$missing" ] && [ "$$missing" != "$$(cat $(REFUSED) 2>/dev/null)" ]; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo='sudo -n'; \
		if command -v apt-get >/dev/null && $$sudo true 2>/dev/null; then \
			echo "cài đặt/installing:$$missing" >&2; \
			apt install -y --no-install-recommends $$missing || \
			{ apt update; apt install -y --no-install-recommends $$missing; }; \
		fi; \
		missing=$$(missing); \
		if [ -d $(VENV) ]; then printf '%s' "$$missing" > $(REFUSED); fi; \
	fi; \
	[ -z "$$missing" ] || \
	echo "gợi ý/hint: to read scans and .rtf files too: sudo apt install$$missing" >&2
endef
