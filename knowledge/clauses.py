"""Cuts a message into clauses, so that several needs in it can be told apart."""

import re
from collections.abc import Iterable

MARKS = r"[.!?;:,…؟،؛–—]+\s+|\n+"


class Clauses:
    """Splits at punctuation and at the words that join clauses in our languages."""

    def __init__(self, joins: Iterable[str], least_words: int) -> None:
        words = "|".join(re.escape(word) for word in sorted(joins, key=len, reverse=True))
        self._cut = re.compile(rf"{MARKS}|\s+(?:{words})\s+", re.IGNORECASE)
        self._least = least_words

    def __call__(self, text: str) -> list[str]:
        """The clauses of at least so many words; shorter pieces stay with their neighbour."""
        found: list[str] = []
        open_piece = ""
        for piece in self._cut.split(text):
            open_piece = f"{open_piece} {piece}".strip()
            if len(open_piece.split()) >= self._least:
                found.append(open_piece)
                open_piece = ""
        if open_piece and found:
            found[-1] = f"{found[-1]} {open_piece}"
        return found
