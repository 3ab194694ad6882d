# Hilfelotse: `make` lists what can be done.
export HILFELOTSE_PORT ?= 8080
export HILFELOTSE_BOT_PORT ?= 5005
export HILFELOTSE_ACTION_PORT ?= 5055
export LOG_LEVEL ?= WARNING
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONPATH := .

bin := .venv/bin
rasa := .venv-bot/bin/python -W ignore -m rasa
data := --domain domain.yml --data bot/data build/rasa

.PHONY: help setup build train run test check train-encoder evaluate evaluate-diet bench lock

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## both Python environments, from the lock files
	@scripts/setup.sh

build: setup  ## index and topic model from the data, when it changed
	@$(bin)/hilfelotse build --if-needed

train: build  ## the assistant, when its data changed
	@scripts/train.sh

run: train  ## everything, on http://127.0.0.1:$HILFELOTSE_PORT
	@$(bin)/honcho start --no-colour

test: train  ## all checks and tests
	@scripts/test.sh

check: setup  ## the data alone: every fault with file and line
	@$(bin)/hilfelotse check

train-encoder: setup  ## encoder and topic model anew, with progress
	@$(bin)/hilfelotse build

evaluate: build  ## quality on the questions of tests/evaluation, or on FILES="a.jsonl b.jsonl"
	@$(bin)/python -m knowledge.evaluation $(FILES)

evaluate-diet: build  ## what DIET answers to the questions (an hour and more)
	@.venv-bot/bin/python -W ignore tests/evaluation/diet.py $(FILES)

bench: train  ## speed beside a stock Rasa assistant (about ten minutes)
	@$(bin)/python -m tests.bench

lock: setup  ## new lock files from pyproject.toml
	@scripts/lock.sh
