"""Languages that the encoder does not know are read word by word."""

from pathlib import Path

import pytest

from knowledge.encoder import GLOSSARIES
from knowledge.errors import DataFaultsError
from knowledge.glossary import Glossaries, Glossary, load_glossaries

PHRASES = {"a": "1", "a b": "2", "a b c": "3", "a b c d": "4", "a b c d e": "5"}
STEMS = {"help*": "aid", "helpe*": "helper", "helped": "did", "hel*": "short"}


def both() -> Glossaries:
    """Glossaries that name the language by which a word was read."""
    words = ("так", "خبر")
    return Glossaries(
        {code: Glossary(dict.fromkeys(words, code)) for code in ("uk", "fa", "ar")},
    )


def test_a_known_word_is_read_and_an_unknown_one_stays() -> None:
    assert Glossary({"борг": "долг"})("борг банку") == "долг банку"


def test_capitals_and_punctuation_play_no_part() -> None:
    assert Glossary({"борг": "долг"})("БОРГ, Борг! (банк)") == "долг долг банк"


@pytest.mark.parametrize(
    ("text", "read"),
    [("a x", "1 x"), ("a b x", "2 x"), ("a b c x", "3 x"), ("x a b c d", "x 4"),
     ("a b c d e", "4 e"), ("a b a", "2 1"), ("b c", "b c")],
)  # fmt: skip
def test_the_longest_phrase_of_up_to_four_words_is_read(text: str, read: str) -> None:
    assert Glossary(PHRASES)(text) == read


@pytest.mark.parametrize(
    ("word", "read"),
    [("help", "aid"), ("helpful", "aid"), ("helpers", "helper"), ("helped", "did"),
     ("helpabcde", "aid"), ("helpabcdef", "helpabcdef"), ("held", "held"), ("hel", "hel")],
)  # fmt: skip
def test_a_word_is_read_by_its_longest_stem_with_a_short_ending(word: str, read: str) -> None:
    assert Glossary(STEMS)(word) == read


def test_vowel_marks_play_no_part() -> None:
    assert Glossary({"مدرسة": "school"})("مَدْرَسَةٌ") == "school"


def test_foreign_digits_become_our_own() -> None:
    assert Glossary({})("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩") == "0123456789 0123456789"


@pytest.mark.parametrize("apostrophe", "'’ʼ")
def test_any_apostrophe_belongs_to_its_word(apostrophe: str) -> None:
    assert Glossary({"сім'я": "семья"})(f"сім{apostrophe}я") == "семья"


def test_a_mark_that_keeps_letters_apart_belongs_to_its_word() -> None:
    assert Glossary({"می\u200cخواهم": "want"})("می\u200cخواهم") == "want"


@pytest.mark.parametrize("letter", "іїєґІЇЄҐ")
def test_ukrainian_is_known_by_its_letters(letter: str) -> None:
    assert both()(f"так {letter}") == f"uk {letter.casefold()}"


@pytest.mark.parametrize("letter", "پچژگکی")
def test_farsi_is_known_by_its_letters(letter: str) -> None:
    assert both()(f"خبر {letter}") == f"fa {letter}"


def test_the_rest_of_the_arabic_script_is_arabic() -> None:
    assert both()("خبر") == "ar"


@pytest.mark.parametrize("text", ["Так, да!", "Hello, WORLD!", "Żółw ’n’ ğ", "", "١٢"])
def test_other_languages_stay_untouched(text: str) -> None:
    assert both()(text) == text


def test_a_language_typed_without_its_letters_is_known_by_its_words() -> None:
    words = dict.fromkeys(("mam", "duzo", "dlugow"), "x")
    assert Glossaries({"pl": Glossary(words)})("Mam duzo dlugow") == "x x x"


@pytest.mark.parametrize(
    ("text", "known"),
    [("a b", False), ("a b c", True), ("a b z", False), ("a b c z", True),
     ("a A a b b z z z", False), ("a b c a b c a z z z", True), ("", False)],
)  # fmt: skip
def test_a_text_is_in_a_language_when_most_of_its_words_are(text: str, known: bool) -> None:
    assert Glossary({"a": "1", "b": "2", "c": "3"}).knows(text) is known


def test_a_language_without_a_glossary_stays_untouched() -> None:
    only = Glossaries({"uk": Glossary({"خبر": "news"})})
    assert only("خبر!") == "خبر!"


def test_each_file_of_a_folder_is_a_language(tmp_path: Path) -> None:
    (tmp_path / "uk.tsv").write_text("борг*\tдолг\nще раз\tснова\n", encoding="utf-8")
    (tmp_path / "ar.tsv").write_text("خبر\tnews item\n", encoding="utf-8")
    read = load_glossaries(tmp_path)
    assert read("Борги є ще раз") == "долг є снова"
    assert read("خبر") == "news item"


def test_every_fault_of_a_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "uk.tsv"
    lines = ["борг\tдолг", "без табу", "два\tтаби\tтут", "борг\tзайм", "\tпусто", "пусто\t", ""]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(DataFaultsError) as caught:
        load_glossaries(tmp_path)
    named = [(one.path, one.line, one.field) for one in caught.value.faults]
    fields = {2: "line", 3: "line", 4: "борг", 5: "line", 6: "line"}
    assert named == [(path, line, field) for line, field in fields.items()]


def test_the_faults_of_all_files_are_named(tmp_path: Path) -> None:
    for name in ("uk", "fa"):
        (tmp_path / f"{name}.tsv").write_text("no tab\n")
    with pytest.raises(DataFaultsError) as caught:
        load_glossaries(tmp_path)
    assert {one.path.stem for one in caught.value.faults} == {"uk", "fa"}


@pytest.mark.parametrize("text", ["борги і житло", "بدهی و خانه", "شو بدي"])
def test_the_real_glossaries_read_three_languages(text: str) -> None:
    read = load_glossaries(GLOSSARIES)(text)
    assert not set(read.split()) & set(text.split())
