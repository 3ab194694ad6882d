#!/usr/bin/env bash
# Makes both environments from their lock files; skips what is up to date.
# Python 3.10 (bot) and 3.11 or newer (service) are looked for on PATH, in pyenv, then through uv.
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONPATH  # pip must see the environment alone

say() { printf '%s\n' "$*" >&2; }

is_python() { # COMMAND VERSION
  [ "$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$2" ]
}

find_python() { # VERSION
  local found
  for found in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python python3; do
    if is_python "$found" "$1"; then command -v "$found"; return; fi
  done
  if command -v uv >/dev/null; then
    uv python install --quiet "$1" >&2 && uv python find "$1" && return
  fi
  return 1
}

first_of() { # VERSION…
  local version
  for version in "$@"; do find_python "$version" && return; done
  say "Python $1 was not found on PATH, in pyenv or through uv."
  say "Install it (for example: apt install python$1, pyenv install $1, or pip install uv), then run this again."
  exit 1
}

environment() { # FOLDER LOCK PYTHON
  local stamp="$1/.made-from"
  if [ -f "$stamp" ] && cmp -s "$stamp" "$2"; then return; fi
  say "Making $1 from $2 (a few minutes) …"
  "$3" -m venv --clear "$1"
  # torch first and alone: a CPU build where pip is offered one; what comes later then takes it.
  if torch=$(grep '^torch==' "$2"); then "$1/bin/pip" install --quiet "$torch"; fi
  "$1/bin/pip" install --quiet --requirement "$2"
  cp "$2" "$stamp"
}

service_python=$(first_of 3.11 3.12 3.13)
bot_python=$(first_of 3.10)
environment .venv requirements/service.txt "$service_python"
if [ ! -x .venv/bin/hilfelotse ]; then .venv/bin/pip install --quiet --no-deps --editable .; fi
environment .venv-bot requirements/bot.txt "$bot_python"
