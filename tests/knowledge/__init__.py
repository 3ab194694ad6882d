"""Tests of the knowledge: data, understanding, search."""
