"""Places of the Region Hannover: named in a message, located for an address, how far apart."""

import math
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz, process

from knowledge.errors import DataFaultsError
from knowledge.models import Address, Record
from knowledge.records import read

CAPITAL = "Hannover"
EARTH_KM = 6371.0
WORDS = re.compile(r"[^\W_]+")
POSTAL_CODE = re.compile(r"\b3[01]\d{3}\b")
LATIN = re.compile(r"^[a-zà-ž\d.-]+$")
IN = (
    r"(?<!\w)(?:in|aus|nach|bei|um|von|nähe|stadtteil|near|from|w|z|в|из|у|з|з|im|am|في|من|در|از)"
    r"(?:\s+(?:der|die|dem|the))?"
)
BEFORE_A_NAME = re.compile(rf"(?:{IN}|(?<!\w)(?:ganz|around|round|near))\s+$")
ARABIC_PREFIX = re.compile(r"^[وف]?(?:[بلكف]|ال|بال|فال|عال|لل)?(?=\w{4})")
LONGEST_NAME, SHORTEST_STEM, FUZZY_LENGTH, FUZZY_SCORE = 4, 5, 7, 88.0
LATIN_ENDING, OTHER_ENDING = 2, 3


class Place(Record):
    """A municipality, district or part; coordinates in degrees."""

    name: str
    kind: Literal["municipality", "district", "part"]
    municipality: str = ""
    ags: str | None = None
    latitude: float
    longitude: float
    postal_codes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    common_word: bool = False

    @property
    def town(self) -> str:
        """The municipality it lies in, which may be itself."""
        return self.municipality or self.name


class PostalCode(Record):
    """A postal code's middle."""

    code: str
    municipality: str
    latitude: float
    longitude: float


class PlacesFile(Record):
    """The shape of places.yml."""

    residence: tuple[str, ...]
    places: tuple[Place, ...]
    postal_codes: tuple[PostalCode, ...]
    post_office_boxes: dict[str, str]
    everyday_words: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """A position in degrees."""

    latitude: float
    longitude: float


def distance_km(one: Point | Place | PostalCode, other: Point | Place | PostalCode) -> float:
    """Great-circle distance in kilometres (haversine)."""
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    dlon = math.radians(other.longitude - one.longitude)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


@dataclass(frozen=True)
class Mention:
    """A place in a message, and where in the text it stands."""

    place: Place
    start: int
    end: int


class Places:
    """The gazetteer."""

    def __init__(self, file: PlacesFile) -> None:
        self.all = file.places
        self.towns = {place.name: place for place in file.places if place.kind == "municipality"}
        self._codes = {code.code: code for code in file.postal_codes}
        self._boxes = file.post_office_boxes
        self._everyday = {fold(word) for word in file.everyday_words}
        lives = "|".join(map(re.escape, sorted(file.residence, key=len, reverse=True)))
        self._before = re.compile(
            rf"[\s,;:.]*(?:(?<!\w)(?:{lives})\s+)?(?:{IN}\s+)?$", re.IGNORECASE
        )
        self._after = re.compile(rf"\s*(?:{lives})(?!\w)", re.IGNORECASE)

    @cached_property
    def spellings(self) -> dict[str, Place]:
        """Every folded spelling and its place; a town's name wins over a part's."""
        found: dict[str, Place] = {}
        for kind in ("part", "district", "municipality"):
            for place in self.all:
                if place.kind == kind:
                    found |= {fold(name): place for name in (place.name, *place.spellings)}
        return found

    @cached_property
    def _fuzzy(self) -> list[str]:
        return [
            name
            for name, place in self.spellings.items()
            if len(name) >= FUZZY_LENGTH and not place.common_word and LATIN.match(name)
        ]

    def named(self, name: str) -> Place | None:
        """The place of exactly this name, spelling or postal code."""
        return self.spellings.get(fold(name)) or self._of_postal_code(name)

    def find(self, text: str) -> Place | None:
        """The place that a message names: the smallest one, else the last one said.

        Hannover, by which people also mean the region, gives way to any other town.
        """
        codes = [self._of_postal_code(code) for code in POSTAL_CODE.findall(text)]
        named = [mention.place for mention in self.mentions(text)]
        found = [place for place in codes if place] + named
        parts = [place for place in found if place.kind != "municipality"]
        towns = [place for place in found if place.name != CAPITAL]
        best = parts or towns or found
        return best[-1] if best else None

    def mentions(self, text: str) -> list[Mention]:
        """All places that a message names, in the order said."""
        words = list(WORDS.finditer(text))
        found: list[Mention] = []
        at = 0
        while at < len(words):
            place, length = self._at(text, words, at)
            if place:
                found.append(Mention(place, words[at].start(), words[at + length - 1].end()))
            at += length
        return found

    def without(self, text: str) -> str:
        """The message without its places: where somebody lives says nothing of their need."""
        for mention in reversed(self.mentions(text)):
            before = self._before.sub("", text[: mention.start])
            text = f"{before} {self._after.sub('', text[mention.end :], count=1)}"
        return " ".join(POSTAL_CODE.sub("", text).split())

    def _at(self, text: str, words: list[re.Match[str]], start: int) -> tuple[Place | None, int]:
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            spoken = text[words[start].start() : words[start + length - 1].end()]
            place = self.spellings.get(fold(spoken)) or (
                self._inflected(fold(spoken)) if length == 1 else None
            )
            if place and self._meant(place, text, words[start].start(), spoken):
                return place, length
        return None, 1

    def _meant(self, place: Place, text: str, start: int, spoken: str) -> bool:
        if not place.common_word or not LATIN.match(spoken.casefold()):
            return True
        before = text[:start].casefold()
        return spoken[:1].isupper() and bool(BEFORE_A_NAME.search(before))

    def _inflected(self, word: str) -> Place | None:
        bare = ARABIC_PREFIX.sub("", word)
        if bare != word and bare in self.spellings:
            return self.spellings[bare]
        ending = LATIN_ENDING if LATIN.match(word) else OTHER_ENDING
        for cut in range(1, ending + 1):
            place = self.spellings.get(word[:-cut])
            meant = place and not (place.common_word and LATIN.match(word))
            if meant and len(word) - cut >= SHORTEST_STEM:
                return place
        return self._misspelt(word)

    def _misspelt(self, word: str) -> Place | None:
        if len(word) < FUZZY_LENGTH or word in self._everyday:
            return None
        best = process.extractOne(word, self._fuzzy, scorer=fuzz.ratio, score_cutoff=FUZZY_SCORE)
        same_start = best is not None and best[0][0] == word[0]
        return self.spellings[best[0]] if best and same_start else None

    def _of_postal_code(self, code: str) -> Place | None:
        if code in self._codes:
            return self.towns[self._codes[code].municipality]
        return self.towns.get(self._boxes.get(code, ""))

    def point(self, text: str, place: Place) -> Point:
        """Where the person is: the postal code they wrote, else the place's middle."""
        codes = [self._codes[code] for code in POSTAL_CODE.findall(text) if code in self._codes]
        near = codes[0] if codes else place
        return Point(near.latitude, near.longitude)

    def locate(self, address: Address) -> Point | None:
        """Where an address is: its own coordinates, district, postal code or town."""
        if address.latitude is not None and address.longitude is not None:
            return Point(address.latitude, address.longitude)
        part = self.spellings.get(fold(address.district or ""))
        known = (
            part if part and part.kind != "municipality" else None,
            self._codes.get(address.postal_code or ""),
            self.spellings.get(fold(address.city)),
        )
        near = next((place for place in known if place), None)
        return Point(near.latitude, near.longitude) if near else None


def fold(name: str) -> str:
    """A spelling without case, and with the letters that people swap made equal."""
    folded = name.casefold().replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
    return " ".join(folded.replace("-", " ").replace(".", " ").split())


def load_places(path: Path) -> Places:
    """The places of a file; raises DataFaultsError with every fault."""
    file, faults = read(path, PlacesFile)
    if file is None or faults:
        raise DataFaultsError(faults)
    return Places(file)
