#!/usr/bin/env bash
# All checks and tests, each with a line that says which.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
bot=.venv-bot/bin/python
step() { printf '\n== %s\n' "$*"; }

step "ruff"
$bin/ruff check .
$bin/ruff format --check .
step "mypy: service"
$bin/mypy
step "mypy: bot"
.venv-bot/bin/mypy --config-file bot/mypy.ini
step "tests of the service"
$bin/pytest --ignore tests/bot --ignore tests/e2e
step "tests of the bot"
$bot -m pytest --config-file tests/bot/pytest.ini tests/bot
step "Rasa: data"
$bot -W ignore -m rasa data validate --fail-on-warnings --domain domain.yml --data bot/data build/rasa
step "Rasa: conversations"
$bot -W ignore -m rasa test core --e2e --model models/hilfelotse.tar.gz --stories tests/conversations \
  --endpoints bot/endpoints.yml --fail-on-prediction-errors --out build/conversations
step "browser"
if command -v chromium >/dev/null || [ "${CI:-}" = true ]; then
  $bin/pytest tests/e2e
else
  echo "SKIPPED: no chromium on PATH; the browser test did not run."
fi
