#!/usr/bin/env bash
# Runs a command and starts it again when it dies: the page must not go down with the bot.
trap 'kill "$child" 2>/dev/null; wait "$child"; exit 0' TERM INT
while true; do
  "$@" &
  child=$!
  wait "$child"
  echo "stopped with exit code $?; starting it again in 2 s" >&2
  sleep 2
done
