"""Phrases by which people say who they are and what they wish."""

from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError
from knowledge.lexicon import Lexicon, load_lexicon
from knowledge.settings import DATA
from tests.small import lexicon


@pytest.fixture(scope="module")
def real() -> Lexicon:
    """The real lexicon."""
    return load_lexicon(DATA / "lexicon.yml")


def test_a_phrase_names_the_person() -> None:
    assert lexicon().people("Hallo, ICH BIN EINE FRAU.") == {"female"}


def test_a_negated_phrase_names_nobody() -> None:
    assert lexicon().people("nicht meine Kinder") == frozenset()
    assert lexicon().people("not for my sister") == frozenset()


def test_a_negation_turns_only_the_three_words_after_it() -> None:
    assert lexicon().people("nicht eins zwei meine Kinder") == frozenset()
    assert lexicon().people("nicht eins zwei drei meine Kinder") == {"parent"}


@pytest.mark.parametrize("mark", [".", ",", ";", ":", "!", "?"])
def test_punctuation_stops_a_negation(mark: str) -> None:
    assert lexicon().people(f"nicht allein{mark} meine Kinder") == {"parent"}


def test_what_was_denied_first_and_said_later_counts() -> None:
    assert lexicon().people("nicht meine Kinder waren es. Jetzt sind es meine Kinder") == {"parent"}


def test_wishes_and_times_know_no_negation() -> None:
    assert lexicon().wished("kein Geld, kostenlos") == {"free"}
    assert lexicon().wished("ich habe kein Geld kostenlos") == {"free"}
    assert lexicon().times("hat nichts jetzt offen?") == {"open_now"}


def test_a_trailing_star_stands_for_any_ending() -> None:
    assert lexicon().wished("etwas kostenloses") == {"free"}
    assert lexicon().people("meine Kinderärztin") == frozenset()
    assert lexicon().wished("freedom") == frozenset()


def test_a_phrase_begins_at_the_start_of_a_word() -> None:
    assert lexicon().wished("carefree") == frozenset()
    assert lexicon().languages("nichttürkisch") == frozenset()


def test_a_language_is_wished_unless_it_is_denied() -> None:
    assert lexicon().languages("Beratung auf Türkisch") == {"tr"}
    assert lexicon().languages("I speak no Turkish") == frozenset()


def test_a_service_can_be_turned_down() -> None:
    assert lexicon().refused_topics("Bitte KEIN Frauenhaus!") == {"shelter_women"}
    assert lexicon().refused_topics("will nicht hin kein Frauenhaus") == {"shelter_women"}
    assert lexicon().refused_topics("ein Frauenhaus") == frozenset()


def test_joining_words_are_those_of_all_languages() -> None:
    assert lexicon().joining_words == ["und", "and"]


def test_who_only_wants_to_talk_refuses_the_shelter(real: Lexicon) -> None:
    said = "Ich will nicht ins Frauenhaus, nur reden"
    assert real.refused_topics(said) == {"shelter_women"}


def test_who_finds_no_room_in_the_shelter_refuses_nothing(real: Lexicon) -> None:
    assert real.refused_topics("kein Platz im Frauenhaus") == frozenset()


def test_clauses_are_joined_in_eight_languages(real: Lexicon) -> None:
    assert {"und", "and", "ve", "ثم", "але", "но", "oraz", "و"} <= {*real.joining_words}


@pytest.mark.parametrize(
    "text",
    ["Ich bin eine Frau", "I'm a woman", "I’m a woman", "ben kadınım", "أنا امرأة", "я жінка",
     "я женщина", "jestem kobietą", "من زن هستم"],
)  # fmt: skip
def test_a_woman_is_understood_in_eight_languages(real: Lexicon, text: str) -> None:
    assert real.people(text) == {"female"}


@pytest.mark.parametrize(
    "text",
    ["Ich bin ein Mann", "I am a man", "ben erkeğim", "أنا رجل", "я хлопець", "я мужчина",
     "jestem mężczyzną", "من مرد هستم"],
)  # fmt: skip
def test_a_man_is_understood_in_eight_languages(real: Lexicon, text: str) -> None:
    assert real.people(text) == {"male"}


@pytest.mark.parametrize(
    "text", ["mein Mann schlägt mich", "my wife left me", "mein Sohn trinkt", "я не женщина",
             "Ich bin keine Frau", "I am not a man", "nie jestem kobietą"],
)  # fmt: skip
def test_the_gender_of_others_and_a_denied_one_say_nothing(real: Lexicon, text: str) -> None:
    assert real.people(text) & {"female", "male"} == frozenset()


def test_a_misspelt_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yml"
    path.write_text(
        "person: {}\ntime: {}\nwishes: {}\nspoken_language: {}\n"
        "refused: {}\njoins: {}\nnegaton: {}\n"
    )
    with pytest.raises(DataFaultsError) as caught:
        load_lexicon(path)
    named = [(fault.line, fault.field) for fault in caught.value.faults]
    assert named == [(1, "negation"), (7, "negaton")]
