"""Writes what the bot learns from our data: needs as examples, places as a lookup table."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from knowledge.places import Places
from knowledge.utterances import OFF_TOPIC, Utterance

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
    folder: Path, utterances: Sequence[Utterance], places: Places
) -> None:
    """Rasa NLU files for the intent `need`, and for the entity `place`."""
    folder.mkdir(parents=True, exist_ok=True)
    needs = [{"intent": "need", "examples": _lines(one.text for one in utterances)}]
    _write(folder / "needs.yml", needs)
    lookup = {"lookup": "place", "examples": _lines(sorted(_names(places)))}
    synonyms = [
        {"synonym": place.name, "examples": _lines(place.spellings)}
        for place in places.all
        if place.spellings and not place.common_word
    ]
    _write(folder / "places.yml", [lookup, *synonyms])


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
