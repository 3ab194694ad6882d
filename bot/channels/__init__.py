"""Channels by which messages reach the assistant."""
