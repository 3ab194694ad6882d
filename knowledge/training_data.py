"""Writes what the bot learns from our data: needs as examples, places as a lookup table."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from knowledge.lexicon import Lexicon
from knowledge.places import Places
from knowledge.utterances import Utterance

SHORTEST_NAME = 4


class _Block(str):
    """A string that YAML writes as a literal block."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """YAML as Rasa's readers expect it."""


_Dumper.add_representer(
    _Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def write_training_data(
    folder: Path, utterances: Sequence[Utterance], places: Places, lexicon: Lexicon
) -> None:
    """Rasa NLU files: the intent `need`, the entities `place` and `spoken_language`."""
    folder.mkdir(parents=True, exist_ok=True)
    needs = [{"intent": "need", "examples": _lines(one.text for one in utterances)}]
    _write(folder / "needs.yml", needs)
    spellings = {place.name: place.spellings for place in places.all if not place.common_word}
    _write(folder / "places.yml", _entity("place", _names(places), spellings))
    spoken = {
        code: [phrase for phrase in phrases if not phrase.endswith("*")]
        for code, phrases in lexicon.spoken_language.items()
    }
    phrases = {phrase for named in spoken.values() for phrase in named}
    _write(folder / "languages.yml", _entity("spoken_language", phrases, spoken))


def _entity(
    name: str, phrases: Iterable[str], meanings: Mapping[str, Sequence[str]]
) -> list[dict[str, str]]:
    """A lookup table of an entity, and what its phrases stand for."""
    lookup = {"lookup": name, "examples": _lines(sorted(phrases))}
    synonyms = [
        {"synonym": meaning, "examples": _lines(spoken)}
        for meaning, spoken in meanings.items()
        if spoken
    ]
    return [lookup, *synonyms]


def _names(places: Places) -> set[str]:
    plain = [place for place in places.all if not place.common_word]
    names = {name for place in plain for name in (place.name, *place.spellings)}
    return {name for name in names if len(name) >= SHORTEST_NAME}


def _lines(texts: Iterable[str]) -> _Block:
    return _Block("".join(f"- {_plain(text)}\n" for text in texts))


def _plain(text: str) -> str:
    """One line, without the brackets that Rasa reads as an entity."""
    return " ".join(text.split()).translate(str.maketrans("[]{}", "()()"))


def _write(path: Path, nlu: list[dict[str, str]]) -> None:
    document = {"version": "3.1", "nlu": nlu}
    path.write_text(
        yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000),
        encoding="utf-8",
    )
