"""Names, abbreviations and typos are found by their letters."""

import pytest

from knowledge.lexical import LexicalIndex, description, names
from knowledge.search import CALLED_BY_NAME
from tests.small import offer, taxonomy

OFFERS = [
    offer(id="violetta", name="Violetta", organization="Verein gegen sexuellen Missbrauch"),
    offer(id="kibis", name="Kontaktstelle Selbsthilfe", alternate_names=["KIBIS"]),
    offer(id="tafel", name="Hannöversche Tafel", topics=["loneliness"]),
    offer(id="kargah", name="kargah", organization="Verein für interkulturelle Arbeit"),
]


@pytest.fixture(scope="module")
def index() -> LexicalIndex:
    """The names of four offers."""
    return LexicalIndex([names(one, taxonomy()) for one in OFFERS])


def best(index: LexicalIndex, text: str) -> str:
    """The id of the offer whose names are most like a message."""
    return OFFERS[int(index.scores(text).argmax())].id


@pytest.mark.parametrize(
    ("text", "offer_id"),
    [
        ("Violetta", "violetta"),
        ("wo ist violetta?", "violetta"),
        ("KIBIS", "kibis"),
        ("kibis hannover nummer", "kibis"),
        ("Selbsthilfekontakte", "kibis"),
        ("kargah", "kargah"),
    ],
)
def test_an_offer_is_found_by_its_name(index: LexicalIndex, text: str, offer_id: str) -> None:
    assert best(index, text) == offer_id


@pytest.mark.parametrize(
    ("text", "offer_id"), [("Violeta", "violetta"), ("Viloetta", "violetta"), ("kargha", "kargah")]
)
def test_a_typo_is_found(index: LexicalIndex, text: str, offer_id: str) -> None:
    assert best(index, text) == offer_id


def test_an_offer_is_found_by_the_german_name_of_its_topic(index: LexicalIndex) -> None:
    assert best(index, "Einsamkeit") == "tafel"


def test_a_message_without_a_common_letter_group_scores_zero(index: LexicalIndex) -> None:
    assert index.scores("у меня долги").tolist() == [0.0] * 4
    assert index.scores("").tolist() == [0.0] * 4


def test_the_whole_name_is_like_itself(index: LexicalIndex) -> None:
    scores = index.scores(names(OFFERS[0], taxonomy()))
    assert scores[0] == pytest.approx(1.0)
    assert max(scores[1:]) < CALLED_BY_NAME


def test_case_does_not_matter(index: LexicalIndex) -> None:
    assert index.scores("VIOLETTA").tolist() == index.scores("violetta").tolist()


def test_names_are_the_offers_own_and_its_first_topics() -> None:
    called = offer(name="A", alternate_names=["B"], organization="C", topics=["debt_advice"])
    assert names(called, taxonomy()) == "A B C Schuldnerberatung"


def test_a_description_is_name_summary_and_topics() -> None:
    told = offer(name="A", summary={"de": "Hilft."}, topics=["debt_advice", "loneliness"])
    assert description(told, taxonomy()) == "A. Hilft. Schuldnerberatung, Einsamkeit."
