"""Tests of our parts of Rasa; they run in the environment of the bot."""
