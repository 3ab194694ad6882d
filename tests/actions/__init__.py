"""Tests of the actions: a turn in, events and messages out."""
