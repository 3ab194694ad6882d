"""Measures the search on labelled questions, beside what others would answer."""
