"""Rasa graph components of our own, one class a file."""
