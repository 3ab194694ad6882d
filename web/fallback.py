"""When the bot does not answer: emergency numbers first, then a plain search."""

import json

from actions._render import card, offers_message
from actions.search import first_shown
from knowledge.build import Knowledge
from knowledge.query import Query
from knowledge.search import Result
from web.bot import Message
from web.texts import translator

NOTICE = "In danger, call at once:"
SHORTCUT = "/choose"


def plain_answer(knowledge: Knowledge, text: str, language: str) -> list[Message]:
    """Emergency numbers and the offers that a search without dialogue finds."""
    return [emergency(knowledge, language), *plain_search(knowledge, text, language)]


def emergency(knowledge: Knowledge, language: str) -> Message:
    """The emergency numbers, each from its record."""
    contacts = [contact.said(language) for contact in knowledge.data.emergency]
    notice = translator(language)(NOTICE)
    return {"kind": "emergency", "danger": "none", "text": notice, "contacts": contacts}


def plain_search(knowledge: Knowledge, text: str, language: str) -> list[Message]:
    """One message of offers, or none where nothing fits."""
    result = _searched(knowledge, text)
    taxonomy, search = knowledge.data.taxonomy, knowledge.search
    first, _, groups = first_shown(result)
    offers = [search.corpus.by_id[id_] for id_ in first]
    cards = [card(search, offer, result.query, language, taxonomy) for offer in offers]
    needs = {need.topic: taxonomy.topic(need.topic).label(language) for need in result.needs}
    return [offers_message(cards, needs, result.query, [], groups)] if cards else []


def _searched(knowledge: Knowledge, text: str) -> Result:
    if text.startswith(SHORTCUT):
        topic = json.loads(text.removeprefix(SHORTCUT))["topic"]
        return knowledge.search(Query(topics=(topic,)))
    said = knowledge.search.understand(text)
    return knowledge.search(Query().followed_by(text, said, new_need=True), said)
