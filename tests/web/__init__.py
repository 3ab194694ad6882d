"""Tests of the door: what may come in, and what helps when the bot is down."""
