"""The dense index finds what plain numpy finds."""

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.encoder import Vectors
from knowledge.errors import MissingBuildError, StaleBuildError
from knowledge.index import EXACT_UP_TO, DenseIndex, Manifest


def unit_vectors(count: int, dimension: int = 16, seed: int = 7) -> Vectors:
    """Random unit vectors, shape (count, dimension), the same for a seed."""
    drawn = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def test_positions_and_scores_are_those_of_brute_force() -> None:
    vectors, questions = unit_vectors(200), unit_vectors(20, seed=8)
    index = DenseIndex.build(vectors, "fake", "d")
    for question in questions:
        products = vectors @ question
        order = np.argsort(-products)[:10]
        found = index.nearest(question, 10)
        assert [position for position, _ in found] == order.tolist()
        assert [score for _, score in found] == pytest.approx(products[order].tolist(), abs=1e-6)


def test_a_vector_finds_itself_with_score_1() -> None:
    vectors = unit_vectors(50)
    index = DenseIndex.build(vectors, "fake", "d")
    for row, vector in enumerate(vectors):
        [(position, score)] = index.nearest(vector, 1)
        assert (position, round(score, 6)) == (row, 1.0)


def test_opposite_vectors_score_minus_1() -> None:
    vectors = np.array([[1, 0], [0, 1], [-1, 0]], dtype=np.float32)
    assert DenseIndex.build(vectors, "fake", "d").nearest(vectors[0], 3) == [
        (0, 1.0),
        (1, 0.0),
        (2, -1.0),
    ]


def test_asking_for_more_than_there_is_gives_all() -> None:
    vectors = np.eye(2, dtype=np.float32)
    found = DenseIndex.build(vectors, "fake", "d").nearest(vectors[1], 5)
    assert found == [(1, 1.0), (0, 0.0)]


def test_a_large_index_finds_nearly_what_brute_force_finds() -> None:
    vectors = unit_vectors(EXACT_UP_TO + 1, dimension=8)
    index = DenseIndex.build(vectors, "fake", "d")
    questions = unit_vectors(20, dimension=8, seed=9)
    best = [int(np.argmax(vectors @ question)) for question in questions]
    found = [index.nearest(question, 1)[0][0] for question in questions]
    assert sum(one == other for one, other in zip(best, found, strict=True)) >= 19


def test_a_saved_index_is_loaded_the_same(tmp_path: Path) -> None:
    vectors = unit_vectors(30)
    built = DenseIndex.build(vectors, "fake", "abc")
    built.save(tmp_path / "new")
    loaded = DenseIndex.load(tmp_path / "new", "fake", "abc")
    assert loaded.manifest == Manifest("fake", 16, "abc", 30, "inner product")
    assert loaded.nearest(vectors[3], 5) == built.nearest(vectors[3], 5)


def test_the_manifest_is_the_recipe(tmp_path: Path) -> None:
    DenseIndex.build(unit_vectors(3), "fake", "abc").save(tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text()) == {
        "encoder": "fake",
        "dimension": 16,
        "digest": "abc",
        "count": 3,
        "metric": "inner product",
    }


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("other", "abc"), ("encoder", "fake", "other")),
        (("fake", "new"), ("digest", "abc", "new")),
    ],
)
def test_an_index_of_another_recipe_is_stale_and_names_the_command(
    tmp_path: Path, wanted: tuple[str, str], told: tuple[str, str, str]
) -> None:
    DenseIndex.build(unit_vectors(3), "fake", "abc").save(tmp_path)
    with pytest.raises(StaleBuildError, match="Run `make build`") as caught:
        DenseIndex.load(tmp_path, *wanted)
    assert (caught.value.field, caught.value.built, caught.value.wanted) == told


def test_a_missing_index_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(MissingBuildError, match=r"manifest\.json is missing\. Run `make build`"):
        DenseIndex.load(tmp_path, "fake", "abc")


def test_a_manifest_without_its_index_names_the_command(tmp_path: Path) -> None:
    DenseIndex.build(unit_vectors(3), "fake", "abc").save(tmp_path)
    (tmp_path / "offers.faiss").unlink()
    with pytest.raises(MissingBuildError, match="Run `make build`"):
        DenseIndex.load(tmp_path, "fake", "abc")
