# Two commands are enough: `make demo` to look around, `make test` to check everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all:

# The bot to compare with wants another pydantic than ours, and ours is measured without the packages of development.
BENCH := $(VENV)/bench
PLAIN := $(VENV)/plain

.PHONY: demo run test lint bench chaos chaos-long disabled mutate reader-score reader-fuzz lock clean

demo: $(VENV)/installed ## the bot with its own Telegram and a chat page, no token needed
	$(BIN)/python main.py demo

run: $(VENV)/installed ## the bot on the real Telegram; needs BOT_TOKEN
	$(BIN)/python main.py run

test: lint ## every check
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev $(BENCH)/installed $(PLAIN)/installed ## speed and memory, beside another bot
	$(BIN)/python -m tests.bench

chaos: $(VENV)/installed-dev ## bad days, quickly: kills, faults, damage; SEED= for other ones
	$(BIN)/python -m tests.chaos $(if $(SEED),--seed $(SEED))

chaos-long: $(VENV)/installed-dev ## the same at full length, times and memory count too; ten minutes on a quiet machine
	$(BIN)/python -m tests.chaos --long $(if $(SEED),--seed $(SEED))

disabled: $(VENV)/installed-dev ## switches each handler off and names the tests that go red; takes minutes
	$(BIN)/python -m tests.disabled

mutate: $(VENV)/installed-dev ## takes away each protection and names the test that notices; takes minutes
	$(BIN)/python -m tests.mutate $(if $(WRITE),--write)

reader-score: $(VENV)/installed-dev ## how well messages are read; CORPUS= a labelled file, CHITCHAT= chat with a message a line
	$(BIN)/python -m tests.bot.reader.score $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(CHITCHAT),--chitchat "$(CHITCHAT)")

reader-fuzz: $(VENV)/installed-dev ## 100,000 invented messages: none raises, no figure is negative; takes minutes
	$(BIN)/python -m tests.bot.reader.fuzz

lock: $(VENV)/installed-dev ## new lock files after a change of requirements*.txt; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		requirements.txt -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		requirements-dev.txt -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		requirements-bench.txt -o requirements-bench.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/installed: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.lock
	touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(PIP) -r requirements-dev.lock
	touch $@

$(BENCH)/installed: requirements-bench.lock $(VENV)/installed
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all: \
		-r requirements-bench.lock
	touch $@

$(PLAIN)/installed: requirements.lock $(VENV)/installed
	$(PYTHON) -m venv $(PLAIN)
	$(PLAIN)/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all: \
		-r requirements.lock
	touch $@
