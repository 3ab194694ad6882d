#!/usr/bin/env bash
# Trains the assistant when anything that it is made of changed.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=models/made-from
made_from=$(cat config.yml domain.yml requirements/bot.txt $(find bot build/rasa -type f -not -path '*/__pycache__/*' | sort) | sha256sum)
if [ -f models/hilfelotse.tar.gz ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made_from" ]; then
  echo "The trained assistant is up to date."
  exit 0
fi
echo "Training the assistant (two to three minutes) …"
mkdir -p models
train() {
  LOG_LEVEL=INFO .venv-bot/bin/python -W ignore -m rasa train --domain domain.yml --data bot/data build/rasa \
    --out models --fixed-model-name hilfelotse 2>&1
}
progress() { grep --line-buffered -oE 'Starting to train.*|[A-Za-z]*Error.*' || true; }
if ! train | tee models/train.log | progress; then
  echo "Training failed: see models/train.log" >&2
  exit 1
fi
echo "$made_from" > "$stamp"
