"""Reads languages that the encoder does not know, word by word, through a glossary."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from knowledge.errors import DataFaultsError, Fault
from knowledge.lines import text_lines

WORD = re.compile(r"[\w'\u200c]+")
VOWEL_MARKS = re.compile(r"[\u064b-\u0652\u0670]")
ALIKE = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩’ʼİ", "01234567890123456789''i")
LONGEST_PHRASE, LONGEST_ENDING, SHORTEST_STEM = 4, 5, 4
# Letters that only one of the languages has; Arabic takes what is left of its script.
LETTERS = (
    ("uk", "[іїєґІЇЄҐ]"),
    ("fa", "[پچژگکی]"),
    ("ar", "[\u0621-\u064a]"),
    ("pl", "[ąćęłńśźżĄĆĘŁŃŚŹŻ]"),
    ("tr", "[ğışĞİŞ]"),
)
# Typed without its letters, a language shows by its words: so many, and such a share of them.
LEAST_WORDS, LEAST_SHARE = 3, 0.7


class Glossary:
    """Words and phrases of a language and what they mean in one that the encoder knows."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._entries = entries

    def __call__(self, text: str) -> str:
        """The text word by word; what is not in the glossary stays as it is."""
        return " ".join(self._glosses(_words(text)))

    def knows(self, text: str) -> bool:
        """Whether the text is surely in this language: most of its words stand here."""
        words = _words(text)
        known = sum(word in self._entries for word in words)
        return len(words) >= LEAST_WORDS and known >= LEAST_SHARE * len(words)

    def _glosses(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            for length in range(LONGEST_PHRASE, 1, -1):
                phrase = " ".join(words[at : at + length])
                if phrase in self._entries:
                    yield self._entries[phrase]
                    at += length
                    break
            else:
                yield self._gloss(words[at])
                at += 1

    def _gloss(self, word: str) -> str:
        if word in self._entries:
            return self._entries[word]
        for end in range(len(word), max(len(word) - LONGEST_ENDING, SHORTEST_STEM) - 1, -1):
            if f"{word[:end]}*" in self._entries:
                return self._entries[f"{word[:end]}*"]
        return word


def _words(text: str) -> list[str]:
    return WORD.findall(VOWEL_MARKS.sub("", text.translate(ALIKE).casefold()))


class Glossaries:
    """The glossaries of all languages that the encoder does not know."""

    def __init__(self, by_language: Mapping[str, Glossary]) -> None:
        self._by_letters = [
            (re.compile(letters), by_language[language])
            for language, letters in LETTERS
            if language in by_language
        ]

    def __call__(self, text: str) -> str:
        """The text as the encoder can read it."""
        shown = [read for letters, read in self._by_letters if letters.search(text)]
        known = (read for _, read in self._by_letters if read.knows(text))
        reading = shown[0] if shown else next(known, None)
        return reading(text) if reading else text


def load_glossaries(folder: Path) -> Glossaries:
    """The glossaries of a folder, one file a language; raises DataFaultsError with every fault."""
    faults: list[Fault] = []
    loaded = {path.stem: Glossary(_entries(path, faults)) for path in sorted(folder.glob("*.tsv"))}
    if faults:
        raise DataFaultsError(faults)
    return Glossaries(loaded)


def _entries(path: Path, faults: list[Fault]) -> dict[str, str]:
    entries: dict[str, str] = {}
    for number, line in enumerate(text_lines(path), start=1):
        if not line:
            continue
        word, _, gloss = line.partition("\t")
        if not (word.strip() and gloss.strip()) or "\t" in gloss:
            faults.append(Fault(path, number, "line", "must be a word, a tab and its gloss"))
        elif word in entries:
            faults.append(Fault(path, number, word, "stands twice"))
        entries[word] = gloss
    return entries
