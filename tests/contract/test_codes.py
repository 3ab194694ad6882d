"""Every topic code that is used anywhere is in the taxonomy."""

import re

import pytest

from knowledge.build import Data, load_data
from knowledge.settings import ROOT, search_settings
from knowledge.utterances import OFF_TOPIC
from web.texts import LANGUAGES


@pytest.fixture(scope="module")
def data() -> Data:
    """The real data."""
    return load_data()


@pytest.fixture(scope="module")
def codes(data: Data) -> set[str]:
    """All topic codes."""
    return {*data.taxonomy.codes}


def test_a_code_stands_only_once(data: Data, codes: set[str]) -> None:
    assert len(data.taxonomy.codes) == len(codes)


def test_the_topics_of_the_offers_are_known_and_each_has_an_offer(
    data: Data, codes: set[str]
) -> None:
    assert {code for offer in data.corpus.offers for code in offer.topics} == codes


def test_the_topics_of_the_utterances_are_known_and_each_has_one(
    data: Data, codes: set[str]
) -> None:
    assert {one.topic for one in data.utterances} == codes | {OFF_TOPIC}
    assert {code for one in data.utterances for code in one.also} <= codes | {OFF_TOPIC}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_utterances_in_each_language(
    data: Data, codes: set[str], language: str
) -> None:
    spoken = {one.topic for one in data.utterances if one.lang == language}
    assert codes - spoken == set()


def test_the_starting_points_are_known_topics_in_all_languages(data: Data, codes: set[str]) -> None:
    assert {starter.topic for starter in data.taxonomy.starters} <= codes
    for starter in data.taxonomy.starters:
        assert set(starter.labels) == set(LANGUAGES)


def test_each_topic_is_of_a_known_area_and_labelled_in_all_languages(data: Data) -> None:
    areas = {area.code for area in data.taxonomy.areas}
    assert {topic.area for topic in data.taxonomy.topics} == areas
    for topic in data.taxonomy.topics:
        assert set(topic.labels) == set(LANGUAGES)


def test_the_topics_of_danger_are_known(codes: set[str]) -> None:
    for topics in search_settings().danger.values():
        assert topics
        assert set(topics) <= codes


def test_the_urgent_areas_are_known(data: Data) -> None:
    areas = {area.code for area in data.taxonomy.areas}
    assert set(search_settings().honesty.urgent_areas) <= areas


def test_the_topics_that_buttons_and_rules_name_are_known(codes: set[str]) -> None:
    texts = [path.read_text("utf-8") for path in ROOT.glob("bot/data/*/*.yml")]
    named = {code for text in texts for code in re.findall(r'"topic": ?"([a-z_]+)"', text)}
    assert named <= codes


def test_the_codes_that_the_limits_name_are_known(codes: set[str]) -> None:
    limits = search_settings().limits
    named = {*limits.conflicts, *limits.unasked, *limits.women, *limits.men}
    assert codes >= named.union(*limits.conflicts.values())


def test_the_topics_that_can_be_turned_down_are_known(data: Data, codes: set[str]) -> None:
    assert codes >= set(data.lexicon.refused)


def test_buttons_are_labelled_in_all_languages(data: Data) -> None:
    for told in (*data.labels.values(), *(contact.labels for contact in data.emergency)):
        assert set(told) == set(LANGUAGES)
