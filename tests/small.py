"""Small sound records and tables to search in."""

from datetime import datetime
from typing import Any

from knowledge.evaluation.questions import Question
from knowledge.hours import LOCAL
from knowledge.lexicon import Lexicon
from knowledge.models import Offer
from knowledge.places import Places, PlacesFile
from knowledge.settings import RankingSettings, SearchSettings
from knowledge.taxonomy import Taxonomy
from knowledge.utterances import Utterance

# A Tuesday morning, no holiday.
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=LOCAL)
CODES = ("debt_advice", "loneliness", "shelter_women", "perpetrator_work")


def offer(**fields: Any) -> Offer:
    """A sound offer of debt advice, reachable by phone, with the fields given."""
    sound: dict[str, Any] = {
        "id": "debts-hannover",
        "name": "Debt advice",
        "topics": ["debt_advice"],
        "summary": {"de": "Hilft bei Schulden."},
        "phones": [{"number": "+4951112345"}],
        "sources": [{"url": "https://example.org/", "page_date": "2026-01-01"}],
        "confidence": "high",
    }
    return Offer.model_validate(sound | fields)


def utterance(topic: str, text: str, *also: str) -> Utterance:
    """A plain German utterance for oneself."""
    told = {"lang": "de", "style": "plain", "indirect": False, "for": "self"}
    return Utterance.model_validate({"topic": topic, "also": also, "text": text} | told)


def question(**fields: Any) -> Question:
    """A question about debts, for which perpetrators' work would harm, with the fields given."""
    sound = {"id": "q", "lang": "de", "text": "debts", "must_not": ["perpetrator_work"]}
    kind = {} if {"needs", "expect"} & {*fields} else {"topics": ["debt_advice"]}
    return Question.model_validate(sound | kind | fields)


def taxonomy() -> Taxonomy:
    """Four topics in three areas, each with German and English labels, and one starter."""
    areas = {"money": CODES[:1], "community": CODES[1:2], "violence": CODES[2:]}
    german = ("Schuldnerberatung", "Einsamkeit", "Frauenhaus", "Täterarbeit")
    topics = [
        {"code": code, "area": area, "labels": labels(german[CODES.index(code)], code)}
        | {"description": code}
        for area, codes in areas.items()
        for code in codes
    ]
    starters = [{"topic": "debt_advice", "labels": labels("Schulden", "Debts")}]
    listed = [{"code": code, "labels": labels(code, code)} for code in areas]
    return Taxonomy.model_validate({"areas": listed, "topics": topics, "starters": starters})


def labels(german: str, english: str) -> dict[str, str]:
    """The German label, and the English one in all other languages of the page."""
    return {"de": german} | dict.fromkeys(("en", "tr", "ar", "uk", "ru", "pl", "fa"), english)


def places() -> Places:
    """Two towns, a part of each, and a name that is an everyday word."""
    hannover = {"municipality": "Hannover"}
    gazetteer = [
        {"name": "Hannover", "kind": "municipality", "latitude": 52.37, "longitude": 9.73},
        {"name": "Garbsen", "kind": "municipality", "latitude": 52.42, "longitude": 9.60},
        {"name": "Linden", "kind": "part", "latitude": 52.36, "longitude": 9.71} | hannover,
        {"name": "List", "kind": "part", "latitude": 52.39, "longitude": 9.74, "common_word": True}
        | hannover,
    ]
    codes = [{"code": "30823", "latitude": 52.41, "longitude": 9.61, "municipality": "Garbsen"}]
    boxes = {"30820": "Garbsen"}
    lives = ["ich wohne", "i live", "yaşıyorum"]
    file = {
        "residence": lives,
        "places": gazetteer,
        "postal_codes": codes,
        "post_office_boxes": boxes,
        "everyday_words": ["wenigstens"],
    }
    return Places(PlacesFile.model_validate(file))


def lexicon() -> Lexicon:
    """A few phrases of each kind, in German and English."""
    return Lexicon.model_validate(
        {
            "person": {
                "female": {"de": ["ich bin eine frau"], "en": ["i am a woman"]},
                "male": {"de": ["ich bin ein mann"], "en": ["i am a man"]},
                "parent": {"de": ["meine kinder"], "en": ["my children"]},
                "other_person": {"de": ["für meine schwester"], "en": ["for my sister"]},
            },
            "time": {"open_now": {"de": ["jetzt offen"], "en": ["open now"]}},
            "wishes": {"free": {"de": ["kostenlos*"], "en": ["free"]}},
            "spoken_language": {"tr": ["türkisch*", "turkish"]},
            "negation": {"de": ["nicht", "kein*"], "en": ["not", "no"]},
            "refused": {"shelter_women": {"de": ["kein frauenhaus"], "en": ["no shelter"]}},
            "joins": {"de": ["und"], "en": ["and"]},
        }
    )


def limits() -> dict[str, Any]:
    """Women's shelters are for women, and victims and those who do harm are kept apart."""
    return {
        "rival": 0.5,
        "unasked": ["perpetrator_work"],
        "women": ["shelter_women"],
        "men": [],
        "conflicts": {
            "shelter_women": ["perpetrator_work"],
            "perpetrator_work": ["shelter_women"],
        },
    }


def settings(**ranking: float) -> SearchSettings:
    """Settings of round numbers; of the ranking only the first topic counts, and what is given."""
    weights = dict.fromkeys(RankingSettings.model_fields, 0.0)
    weights |= {"first_topic": 1.0, "near_km": 10.0, "here": 1.0, "capital": 1.0}
    weights |= {"elsewhere": 0.5, "unknown_town": 0.75}
    training = {"steps": 30, "rarest_ngram": 1, "most_ngrams": 500}
    needs = {"most_topics": 3, "least_topic": 0.02, "least_need": 0.25, "most_needs": 2}
    return SearchSettings.model_validate(
        {
            "encoder": {"epochs": 1, "rate": 0.001, "scale": 20, "seed": 0, "tell_every": 10},
            "training": training | {"share_of_also": 0.2, "l2_words": 0.1, "l2_encoder": 0.1},
            "needs": needs
            | {"off_topic": 0.5, "certain": 0.2, "least_words": 3}
            | {"least_in_clause": 0.75, "least_in_rest": 0.5, "temperature": 1.0},
            "limits": limits(),
            "ranking": weights | ranking,
            "result": {"offers": 9, "shown": 3, "most_shown": 4},
            "dialogue": {"new_need": 0.5, "choices": 4},
            "danger": {"medical": ["shelter_women"]},
            "honesty": {
                "days": 365,
                "urgent_days": 182,
                "urgent_areas": ["violence"],
                "urgent_topics": ["suicide_crisis"],
            },
        }
    )
