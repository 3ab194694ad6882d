"""All offers: read from the YAML files, checked as a whole, every fault at once."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from knowledge.errors import DataFaultsError, Fault
from knowledge.models import Offer
from knowledge.records import duplicates, read_each
from knowledge.taxonomy import Taxonomy


@dataclass(frozen=True)
class Corpus:
    """The offers in the order of their files."""

    offers: tuple[Offer, ...]

    @cached_property
    def by_id(self) -> dict[str, Offer]:
        """Offers by their id."""
        return {offer.id: offer for offer in self.offers}

    @cached_property
    def digest(self) -> str:
        """A hash of all offers: a built index names the one it was made from."""
        text = "\n".join(offer.model_dump_json() for offer in self.offers)
        return sha256(text.encode()).hexdigest()


def load_corpus(folder: Path, taxonomy: Taxonomy) -> Corpus:
    """The offers of all files in a folder; raises DataFaultsError with every fault."""
    offers: list[Offer] = []
    faults: list[Fault] = []
    ids: list[tuple[str, Path, int]] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            sound, found = read_each(path, Offer)
        except DataFaultsError as error:
            faults += error.faults
            continue
        offers += [offer for offer, _ in sound]
        ids += [(offer.id, path, line) for offer, line in sound]
        faults += found + _unknown_topics(path, sound, taxonomy)
    faults += duplicates(ids)
    if faults:
        raise DataFaultsError(faults)
    return Corpus(tuple(offers))


def _unknown_topics(path: Path, sound: list[tuple[Offer, int]], taxonomy: Taxonomy) -> list[Fault]:
    return [
        Fault(path, line, "topics", f"{code!r} is not in taxonomy.yml")
        for offer, line in sound
        for code in offer.topics
        if code not in taxonomy.by_code
    ]
