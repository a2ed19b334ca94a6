# Everything a person runs by hand. A step is redone only when what it depends on has changed.
# The machine needs Python 3.11 or newer, make and git; Node comes with the locked Python packages.

PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
FONTS := build/fonts/be-vietnam-pro-400.woff2
UV_VERSION := 0.13.8

# Stamps: a virtual environment, its packages, this project inside it, the packages for developers.
MADE := $(VENV)/.made
SITE := $(VENV)/.site-packages
SELF := $(VENV)/.project
DEV := $(VENV)/.dev-packages
FRONT_END := node_modules/.front-end
PEERS := build/peers/.made

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DELETE_ON_ERROR:
.PHONY: help site serve check test lint format venv lock bench clean

help:
	@echo "make site    dựng trang web vào thư mục site/"
	@echo "make serve   xem thử trên máy, tự dựng lại khi sửa nội dung"
	@echo "make check   kiểm tra nội dung, không dựng trang"
	@echo "make test    chạy mọi bài kiểm thử (cả trên trình duyệt)"
	@echo "make lint    soát mã nguồn        make format   sửa dáng mã nguồn"
	@echo "make bench   đo tốc độ bên cạnh Hugo và MkDocs (BENCH=\"--entries 1000 --times 1\")"
	@echo "make lock    ghi lại phiên bản các gói        make clean    xóa những gì đã dựng"

site: $(SELF) $(FONTS)
	$(BIN)/dvk build

serve: $(SELF) $(FONTS)
	$(BIN)/dvk serve

check: $(SELF)
	$(BIN)/dvk check $(if $(FORMAT),--format $(FORMAT))

test: lint $(FONTS)
	$(BIN)/python tools/ensure_browser.py
	$(BIN)/pytest

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

venv: $(DEV)

lock: $(SITE)
	$(BIN)/python -m venv build/lock
	build/lock/bin/pip install --quiet uv==$(UV_VERSION)
	UV=build/lock/bin/uv NPM=$(BIN)/npm sh tools/lock.sh

# Hugo and Pagefind stay out of every other environment: only this target needs them.
bench: $(SELF) $(FONTS) $(PEERS)
	$(BIN)/python -m benchmarks.peers --keep build/bench $(BENCH)

clean:
	rm -rf build site site.next site.prev .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(MADE):
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên; máy này chưa có." >&2; exit 1; }
	$(PYTHON) tools/make_venv.py $(VENV)
	@touch $@

$(SITE): requirements/site.txt | $(MADE)
	$(BIN)/pip install --quiet --require-hashes -r requirements/site.txt
	@touch $@

# The build backend stands in the lock, so nothing is fetched here.
$(SELF): pyproject.toml $(SITE)
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(DEV): requirements/dev.txt $(SELF)
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

$(PEERS): requirements/peers.txt | $(MADE)
	$(BIN)/python -m venv build/peers
	build/peers/bin/pip install --quiet --require-hashes -r requirements/peers.txt
	@touch $@

$(FRONT_END): package-lock.json .npmrc $(SITE)
	$(BIN)/npm ci
	@touch $@

$(FONTS): generator/adapters/fonts.py $(FRONT_END) $(SELF)
	$(BIN)/python -m generator.adapters.fonts node_modules build/fonts
