"""Builds the knowledge once from the data, and loads it for the service."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from knowledge.corpus import Corpus, load_corpus
from knowledge.emergency import Contact, load_emergency
from knowledge.encoder import Encoder
from knowledge.errors import DataFaultsError, Fault, MissingBuildError, StaleBuildError
from knowledge.index import DenseIndex
from knowledge.lexical import LexicalIndex, description, names
from knowledge.lexicon import Lexicon, load_lexicon
from knowledge.places import Places, load_places
from knowledge.search import Search
from knowledge.settings import DATA, read_search_settings, search_settings
from knowledge.taxonomy import Labels, Taxonomy, load_labels, load_taxonomy
from knowledge.topics import TopicModel, train
from knowledge.training_data import write_training_data
from knowledge.understanding import Understander
from knowledge.utterances import Utterance, load_utterances

STAMP = "build.json"
T = TypeVar("T")


@dataclass(frozen=True)
class Data:
    """Everything that people edit, read and checked."""

    taxonomy: Taxonomy
    corpus: Corpus
    places: Places
    lexicon: Lexicon
    labels: Labels
    emergency: tuple[Contact, ...]
    utterances: tuple[Utterance, ...]


def load_data(folder: Path = DATA) -> Data:
    """All data files; raises DataFaultsError with the faults of all of them at once."""
    faults: list[Fault] = []

    def sound(load: Callable[[], T]) -> T | None:
        try:
            return load()
        except DataFaultsError as error:
            faults.extend(error.faults)
            return None

    taxonomy = sound(lambda: load_taxonomy(folder / "taxonomy.yml"))
    places = sound(lambda: load_places(folder / "places.yml"))
    lexicon = sound(lambda: load_lexicon(folder / "lexicon.yml"))
    labels = sound(lambda: load_labels(folder / "labels.yml"))
    corpus, utterances = None, None
    if taxonomy:
        known = taxonomy
        corpus = sound(lambda: load_corpus(folder / "offers", known))
        utterances = sound(lambda: load_utterances(folder / "utterances", known))
    emergency = sound(lambda: load_emergency(folder / "emergency.yml", corpus))
    if not (taxonomy and places and lexicon and labels and corpus and emergency) or faults:
        raise DataFaultsError(faults)
    return Data(taxonomy, corpus, places, lexicon, labels, emergency, tuple(utterances or ()))


def digest(data_folder: Path, encoder: str) -> str:
    """A hash of all that a build is made of: data files, encoder, how it is trained.

    The ranking and its like are read anew at each start and need no build.
    """
    settings = read_search_settings(data_folder / "search.toml")
    made_of = sha256(f"{encoder} {settings.encoder} {settings.training}".encode())
    for path in sorted(data_folder.rglob("*")):
        if path.suffix in {".yml", ".jsonl", ".tsv"}:
            made_of.update(path.relative_to(data_folder).as_posix().encode() + path.read_bytes())
    return made_of.hexdigest()


def build(folder: Path, encoder: Encoder, say: Callable[[str], None], data: Path = DATA) -> None:
    """Checks the data, trains the topic model and writes index and training data into a folder."""
    say("Reading and checking the data")
    read, settings = load_data(data), search_settings(data / "search.toml")
    needs = [
        utterance.model_copy(update={"text": read.places.without(utterance.text)})
        for utterance in read.utterances
    ]
    say(f"Embedding {len(needs)} utterances")
    encoder.learn(needs, folder, settings.encoder, say)
    vectors = encoder.encode([need.text for need in needs])
    say("Training the topic model (about half a minute)")
    train(needs, vectors, read.taxonomy.codes, settings.training).save(folder)
    say(f"Indexing {len(read.corpus.offers)} offers")
    texts = [description(offer, read.taxonomy) for offer in read.corpus.offers]
    DenseIndex.build(encoder.encode(texts), encoder.name, read.corpus.digest).save(folder)
    write_training_data(folder / "rasa", read.utterances, read.places, read.lexicon)
    (folder / STAMP).write_text(json.dumps({"digest": digest(data, encoder.name)}))
    say(f"Built into {folder}")


def is_current(folder: Path, encoder: str, data: Path = DATA) -> bool:
    """Whether a folder was built from just this data and encoder."""
    stamp = folder / STAMP
    return stamp.exists() and json.loads(stamp.read_text())["digest"] == digest(data, encoder)


@dataclass(frozen=True)
class Knowledge:
    """What the service works with, loaded once."""

    data: Data
    search: Search
    encoder: str


def load_knowledge(folder: Path, encoder: Encoder, data: Path = DATA) -> Knowledge:
    """The built knowledge; raises MissingBuildError or StaleBuildError, which name the command."""
    if not (folder / STAMP).exists():
        raise MissingBuildError(folder / STAMP)
    if not is_current(folder, encoder.name, data):
        raise StaleBuildError(folder, "data", "an earlier state", "the present one")
    read, settings = load_data(data), search_settings(data / "search.toml")
    topics = TopicModel.load(folder, settings.needs.temperature)
    understander = Understander(encoder, topics, read.lexicon, read.places, settings)
    dense = DenseIndex.load(folder, encoder.name, read.corpus.digest)
    lexical = LexicalIndex([names(offer, read.taxonomy) for offer in read.corpus.offers])
    search = Search(read.corpus, read.places, understander, dense, lexical, settings)
    return Knowledge(read, search, encoder.name)
