#!/usr/bin/env bash
# Pins everything. pip is offered CPU builds by PIP_FIND_LINKS; uv has to be told.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_FIND_LINKS="${PIP_FIND_LINKS:-}"
pin() { .venv/bin/uv pip compile --quiet --no-header --no-annotate "$@"; }
sed -i '/^torch==/d' requirements/service.txt  # an older pin would bring the GPU build
pin pyproject.toml --group dev --python-version 3.11 --output-file requirements/service.txt
pin --group bot --python-version 3.10 --output-file requirements/bot.txt
sed -i 's/^\(torch==[0-9.]*\)+cpu/\1/' requirements/service.txt
