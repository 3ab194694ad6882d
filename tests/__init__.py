"""Tests: each name is the sentence of a behaviour."""
