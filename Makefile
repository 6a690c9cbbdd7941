# A newcomer needs two commands: `make run` and `make test`. `make help` lists the rest.
# Paths are relative, so a folder with spaces in its name works.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
STAMP := .venv/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUFF_PATHS := mbb_desktop tests alembic $(wildcard benchmarks)
QT_OFFSCREEN_APT := libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libx11-6 libbrotli1
QT_X11_APT := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0

.PHONY: help run test coverage mutants lint monkey bench sheet pictures golden docs translations lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

run: $(STAMP)  ## open the sample clinic; without a display, write its papers into out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$OS" = Windows_NT ] || [ "$$(uname)" = Darwin ]; then \
	  $(BIN)/mbb-desktop demo || { code=$$?; [ $$code -lt 128 ] || \
	    echo "Qt could not open a window. On Debian or Ubuntu: apt-get install $(QT_X11_APT)" >&2; exit $$code; }; \
	else \
	  echo "There is no display here, so the sample clinic's papers are written into out/."; \
	  QT_QPA_PLATFORM=offscreen $(BIN)/mbb-desktop demo --out out; \
	fi

test: $(STAMP)  ## run the tests; options: make test ARGS="-k levels"
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

coverage: $(STAMP)  ## run the tests and list the lines that none of them reaches
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --cov --cov-report=term $(ARGS)

mutants: $(STAMP)  ## change clinical/ in thousands of ways and list what no test notices (hours; needs fork)
	@$(PIP) install --quiet mutmut==3.8.1
	QT_QPA_PLATFORM=offscreen nice -n 19 $(BIN)/mutmut run --max-children 1 $(ARGS)
	$(BIN)/mutmut results

lint: $(STAMP)  ## format check, lint, types, import contracts, dead code
	$(BIN)/ruff format --check $(RUFF_PATHS)
	$(BIN)/ruff check $(RUFF_PATHS)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

monkey: $(STAMP)  ## use the sample clinic at random for an hour; options: make monkey ARGS="--seconds 60 --seed 7"
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.monkey $(ARGS)

bench: $(STAMP)  ## measure speed against a floor or a peer
	$(BIN)/python -m compileall -q mbb_desktop
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

sheet: $(STAMP)  ## write every page of every paper in every hard case into out/contact-sheet.pdf
	$(BIN)/python -m tests.documents.contact_sheet out/contact-sheet.pdf

pictures: $(STAMP)  ## make the pictures of docs/guide.md anew
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.guide_pictures docs/pictures

translations: $(STAMP)  ## gather the words of the windows into the .ts file, list those without Spanish; ARGS="filled.json"
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.translations $(ARGS)

golden: $(STAMP)  ## make the pictures anew that the screens are compared with; look at them first
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.golden_pictures tests/golden

docs: $(STAMP)  ## write the tables of docs/rules.md from the rule files
	$(BIN)/mbb-desktop rules table docs/rules.md --tests tests/clinical

lock:  ## refresh requirements.lock (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: $(PYTHON) -m pip install uv" >&2; exit 1; }
	uv lock --upgrade --quiet
	uv export --quiet --format requirements-txt --no-emit-project --extra postgres --all-groups \
	  --no-annotate --no-header --output-file requirements.lock

clean:  ## remove everything that the commands above made
	rm -rf .venv out build dist mutants .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
	find mbb_desktop tests alembic -name __pycache__ -prune -exec rm -rf {} +

$(STAMP): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "MBB Desktop needs Python 3.11 to 3.14; there is no $(PYTHON) here." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { \
	  echo "MBB Desktop needs Python 3.11 to 3.14, and $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
	    "Name another one: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing what requirements.lock names into .venv; the first time takes about a minute."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --quiet --only-binary :all: --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -c 'from PySide6 import QtSvgWidgets, QtPrintSupport' || { \
	  echo "A system library that Qt needs is missing. On Debian or Ubuntu: apt-get install $(QT_OFFSCREEN_APT)" >&2; exit 1; }
	@touch $(STAMP)
