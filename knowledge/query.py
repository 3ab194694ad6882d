"""What a person asks for: need, place, person, wishes; and how a follow-up changes it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from knowledge.encoder import Vectors
from knowledge.places import Place, Point


@dataclass(frozen=True)
class Person:
    """The person in need, as far as known; age in years, groups as in the offers' audience."""

    gender: str | None = None
    age: int | None = None
    groups: frozenset[str] = frozenset()

    def updated(self, later: "Person") -> "Person":
        """This person with what was said later."""
        return Person(
            gender=later.gender or self.gender,
            age=later.age if later.age is not None else self.age,
            groups=self.groups | later.groups,
        )


@dataclass(frozen=True)
class Wishes:
    """Cost, access, time and language that the person asks for."""

    access: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    def updated(self, later: "Wishes") -> "Wishes":
        """These wishes with those of a later message; a new time replaces the old one."""
        return Wishes(
            access=self.access | later.access,
            time=later.time or self.time,
            languages=later.languages or self.languages,
        )

    @property
    def any(self) -> bool:
        """Whether anything is wished at all."""
        return bool(self.access or self.time or self.languages)


@dataclass(frozen=True)
class Need:
    """A topic that the message asks for, and how likely."""

    topic: str
    score: float


@dataclass(frozen=True)
class Understanding:
    """What a message says; `vector` is its unit vector, shape (dimension,)."""

    vector: Vectors = field(repr=False, compare=False)

    needs: tuple[Need, ...] = ()
    likely: tuple[Need, ...] = ()
    certain: bool = False
    off_topic: bool = False
    place: Place | None = None
    point: Point | None = None
    person: Person = Person()
    other_person: bool = False
    wishes: Wishes = Wishes()

    @property
    def refines(self) -> bool:
        """Whether it says anything that narrows a search: place, person or wish."""
        return bool(self.place or self.wishes.any or self.person != Person())


@dataclass(frozen=True)
class Query:
    """One search; `topics` are chosen by a button and taken as they are."""

    text: str = ""
    topics: tuple[str, ...] = ()
    place: Place | None = None
    point: Point | None = None
    person: Person = Person()
    wishes: Wishes = Wishes()
    now: datetime = field(default_factory=lambda: datetime.now().astimezone())

    def choosing(self, *topics: str) -> "Query":
        """The search for topics that a button names."""
        return replace(self, topics=topics)

    def followed_by(self, text: str, said: Understanding, *, new_need: bool) -> "Query":
        """The search after a further message: a new need, or the same one refined."""
        person = said.person if said.other_person else self.person.updated(said.person)
        following = replace(
            self,
            place=said.place or self.place,
            point=said.point or self.point,
            person=person,
            wishes=said.wishes if new_need else self.wishes.updated(said.wishes),
        )
        return replace(following, text=text, topics=()) if new_need else following
