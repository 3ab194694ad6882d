"""A small knowledge to talk about, and one turn of a conversation with an action."""

import asyncio
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from knowledge.build import Data, Knowledge
from knowledge.corpus import Corpus
from knowledge.emergency import Contact
from knowledge.index import DenseIndex
from knowledge.models import Offer
from knowledge.search import Search
from knowledge.taxonomy import Taxonomy
from knowledge.understanding import Understander
from knowledge.utterances import OFF_TOPIC
from tests.fakes import FakeEncoder, FakeLexical, FakeTopics
from tests.small import labels, lexicon, offer, places, settings

# By code: area, German label, English label.
TOPICS = {
    "debt_advice": ("money", "Schuldnerberatung", "Debts"),
    "loneliness": ("community", "Einsamkeit", "Loneliness"),
    "victim_support": ("violence", "Opferhilfe", "Support for victims"),
    "counselling_women_violence": ("violence", "Frauenberatung", "Support for women"),
}
# Powers of two added up: exact in float32.
CHANCES = {
    "alone with debts": {"debt_advice": 0.5, "loneliness": 0.375},
    "debts": {"debt_advice": 0.75, "loneliness": 0.125},
    "lonely": {"loneliness": 0.875},
    "beaten": {"counselling_women_violence": 0.75},
    "hmm": {"debt_advice": 0.0625, "loneliness": 0.03125},
    "weather": {OFF_TOPIC: 0.75},
}
# Lexical scores of the offers below: of those for debts the last comes first.
NAMES = (0.0625, 0.125, 0.1875, 0.25, 0.0, 0.0, 0.0)
STARTERS = [
    {"title": "Schulden", "payload": '/choose{"topic": "debt_advice"}'},
    {"title": "Allein", "payload": '/choose{"topic": "loneliness"}'},
]


@dataclass(frozen=True)
class Turn:
    """What an action returned and said."""

    events: list[dict[str, Any]]
    messages: list[dict[str, Any]]

    @property
    def slots(self) -> dict[str, Any]:
        """The slots that were set."""
        return {event["name"]: event["value"] for event in self.events}

    @property
    def responses(self) -> list[str]:
        """The responses by name, `custom` for a payload, in the order said."""
        return [message["response"] or "custom" for message in self.messages]

    @property
    def payload(self) -> dict[str, Any]:
        """The only payload."""
        [payload] = [message["custom"] for message in self.messages if message["custom"]]
        return dict(payload)

    @property
    def shown(self) -> list[str]:
        """The ids of the offers in the payload."""
        return [one["id"] for one in self.payload["offers"]]


def turn(
    action: Action,
    text: str = "",
    intent: str = "need",
    entities: dict[str, str] | None = None,
    **slots: Any,
) -> Turn:
    """Runs an action after this message in a conversation with these slots."""
    found = [{"entity": name, "value": value} for name, value in (entities or {}).items()]
    message = {"text": text, "intent": {"name": intent}, "entities": found}
    tracker = Tracker("someone", slots, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    return Turn([dict(event) for event in events], dispatcher.messages)


def knowledge() -> Knowledge:
    """Four offers for debts, one each for loneliness, women, and victims of any gender."""
    corpus = Corpus(tuple(_offers()))
    encoder, topics = FakeEncoder(), FakeTopics(CHANCES)
    topics.codes = (*TOPICS, OFF_TOPIC)
    understander = Understander(encoder, topics, lexicon(), places(), settings())
    vectors = encoder.encode([one.summary["de"] for one in corpus.offers])
    dense = DenseIndex.build(vectors, encoder.name, corpus.digest)
    lexical = FakeLexical(NAMES)
    search = Search(corpus, places(), understander, dense, lexical, settings(lexical=1.0))
    more = {"more": labels("Weitere Angebote", "More offers")}
    numbers = (
        Contact("110", labels("Polizei", "Police"), on_every_page=True),
        Contact("112", labels("Rettung", "Ambulance"), on_every_page=True),
    )
    data = Data(taxonomy(), corpus, places(), lexicon(), more, numbers, ())
    return Knowledge(data, search, encoder.name)


def taxonomy() -> Taxonomy:
    """The topics above, and two starting points."""
    topics = [
        {"code": code, "area": area, "labels": labels(german, english), "description": code}
        for code, (area, german, english) in TOPICS.items()
    ]
    starters = [
        {"topic": "debt_advice", "labels": labels("Schulden", "Debts")},
        {"topic": "loneliness", "labels": labels("Allein", "Alone")},
    ]
    return Taxonomy.model_validate({"areas": [], "topics": topics, "starters": starters})


def _offers() -> list[Offer]:
    """In the order of their NAMES."""
    debts = [offer(id=f"debts-{n}", phones=[{"number": f"+4951110000{n}"}]) for n in range(1, 5)]
    return [
        *debts,
        offer(id="cafe", name="Café", topics=["loneliness"], phones=[], email="a@b.org"),
        offer(id="victims", topics=["victim_support"]),
        offer(id="women", topics=["counselling_women_violence"], audience={"gender": "women"}),
    ]
