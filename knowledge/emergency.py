"""The emergency numbers: each from a record, with a short label in every language."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus import Corpus
from knowledge.errors import DataFaultsError, Fault
from knowledge.models import LanguageCode, Phone, Record, Slug, Text
from knowledge.records import read_each


class Line(Record):
    """An offer whose number is said when something fails."""

    offer: Slug
    on_every_page: bool = False
    labels: dict[LanguageCode, Text]


@dataclass(frozen=True)
class Contact:
    """A number to call, from a record."""

    number: str
    labels: dict[str, str]
    on_every_page: bool

    def said(self, language: str) -> dict[str, str]:
        """Label and number, as the payloads hold them."""
        return {"label": self.labels[language], "number": self.number}


def load_emergency(path: Path, corpus: Corpus | None) -> tuple[Contact, ...]:
    """The contacts of a file, each checked against its offer where the offers are sound."""
    lines, faults = read_each(path, Line)
    contacts = []
    for line, at in lines:
        if corpus is None:
            continue
        offer = corpus.by_id.get(line.offer)
        if offer is None or not offer.phones:
            faults.append(Fault(path, at, "offer", f"{line.offer!r} has no record with a phone"))
            continue
        contacts.append(Contact(_shortest(offer.phones), dict(line.labels), line.on_every_page))
    if faults:
        raise DataFaultsError(faults)
    return tuple(contacts)


def _shortest(phones: tuple[Phone, ...]) -> str:
    """The number that is remembered most easily."""
    return min((phone.number for phone in phones), key=len)
