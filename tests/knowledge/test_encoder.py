"""The embedded encoder, new and trained, and any other sentence-transformers model by its path."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import BoW

from knowledge.encoder import (
    EMBEDDED,
    GLOSSARIES,
    SentenceEncoder,
    load_encoder,
    new_encoder,
    untrained,
)
from knowledge.errors import EncoderError, MissingBuildError
from knowledge.glossary import load_glossaries
from knowledge.settings import Settings
from tests.small import settings, utterance

pytestmark = pytest.mark.slow
TEXTS = ["Ich habe Schulden.", "I am in debt.", "عندي ديون", "Der Zug fährt nach Norden.", ""]
SAID = [
    utterance("debt_advice", "debts"),
    utterance("debt_advice", "Schulden"),
    utterance("loneliness", "lonely"),
    utterance("loneliness", "allein"),
]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    """The embedded encoder as trained into the build folder."""
    return load_encoder(EMBEDDED, Settings().build)


@pytest.fixture(scope="module")
def plain() -> SentenceEncoder:
    """The embedded encoder as the package has it."""
    return untrained()


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    """A model of three words, saved by sentence-transformers."""
    words = BoW(vocab=["debts", "lonely", "shelter"])
    SentenceTransformer(modules=[words], device="cpu").save(str(tmp_path / "model"))
    return tmp_path / "model"


def test_vectors_have_1024_values_and_length_1(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (5, 1024)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1.0] * 5, abs=1e-5)


def test_the_same_text_is_the_same_vector(encoder: SentenceEncoder) -> None:
    assert np.array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))


def test_a_batch_equals_its_singles(encoder: SentenceEncoder) -> None:
    singles = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert encoder.encode(TEXTS) == pytest.approx(singles, abs=1e-5)


def test_more_texts_than_a_batch_keep_their_order(encoder: SentenceEncoder) -> None:
    texts = [f"{'Hilfe ' * (number % 7)}{number}" for number in range(70)]
    vectors = encoder.encode(texts)
    for row in (0, 31, 32, 69):
        assert vectors[row] == pytest.approx(encoder.encode([texts[row]])[0], abs=1e-5)


def test_one_meaning_in_three_languages_is_nearer_than_another_meaning(
    encoder: SentenceEncoder,
) -> None:
    german, english, arabic, train, _ = encoder.encode(TEXTS)
    assert german @ english > german @ train + 0.2
    assert german @ arabic > german @ train + 0.2


def test_the_trained_encoder_differs_from_the_untrained_in_its_second_half_only(
    encoder: SentenceEncoder, plain: SentenceEncoder
) -> None:
    german = TEXTS[:1]
    trained, came = encoder.encode(german)[0], plain.encode(german)[0]
    assert trained[:512] == pytest.approx(came[:512], abs=1e-5)
    assert np.abs(trained[512:] - came[512:]).max() > 0.01


def test_a_new_encoder_is_untrained_but_reads_by_the_glossaries(plain: SentenceEncoder) -> None:
    new, text = new_encoder(EMBEDDED), "Мені потрібна їжа, бо немає грошей"
    read = load_glossaries(GLOSSARIES)(text)
    assert new.encode([text]) == pytest.approx(plain.encode([read]), abs=1e-5)
    assert np.abs(new.encode([text]) - plain.encode([text])).max() > 0.01
    assert new.name == plain.name == "usem3"


def test_what_an_encoder_learnt_is_loaded_from_its_folder(tmp_path: Path) -> None:
    new, told = new_encoder(EMBEDDED), list[str]()
    before = new.encode(TEXTS)
    many = settings().encoder.model_copy(update={"epochs": 6, "rate": 0.01})
    new.learn(SAID, tmp_path / "new", many, told.append)
    learnt = new.encode(TEXTS)
    assert np.abs(learnt - before).max() > 0.01
    assert load_encoder(EMBEDDED, tmp_path / "new").encode(TEXTS) == pytest.approx(learnt, abs=1e-3)
    assert told[0].startswith("  step 0 of 6, ")


def test_the_encoder_is_loaded_once() -> None:
    build = Settings().build
    assert load_encoder(EMBEDDED, build) is load_encoder(EMBEDDED, build)


def test_an_encoder_that_was_not_built_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(MissingBuildError, match=r"safetensors is missing\. Run `make build`"):
        load_encoder(EMBEDDED, tmp_path)


def test_any_model_plugs_in_by_its_path(model_folder: Path, tmp_path: Path) -> None:
    encoder = load_encoder(str(model_folder), tmp_path)
    assert encoder.name == str(model_folder)
    vectors = encoder.encode(["debts", "debts shelter", "lonely lonely"])
    half = 2**-0.5
    expected = [[1.0, 0.0, 0.0], [half, 0.0, half], [0.0, 1.0, 0.0]]
    assert vectors.dtype == np.float32
    assert vectors == pytest.approx(np.array(expected), abs=1e-6)


def test_another_model_learns_nothing(model_folder: Path, tmp_path: Path) -> None:
    encoder, told = new_encoder(str(model_folder)), list[str]()
    before = encoder.encode(["debts", "debts shelter"])
    encoder.learn(SAID, tmp_path / "learnt", settings().encoder, told.append)
    assert np.array_equal(encoder.encode(["debts", "debts shelter"]), before)
    assert not (tmp_path / "learnt").exists()
    assert told == []


def test_a_wrong_name_is_an_error_that_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"'no/such-model'.*HILFELOTSE_ENCODER") as caught:
        load_encoder("no/such-model", tmp_path)
    assert caught.value.name == "no/such-model"


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"not a model folder.*HILFELOTSE_ENCODER"):
        new_encoder(str(tmp_path))
