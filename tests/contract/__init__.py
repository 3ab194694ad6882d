"""Contracts between the parts: imports, names, numbers, languages, documents."""
