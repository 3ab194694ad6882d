"""The dense index: faiss over unit vectors, in a folder whose manifest is its recipe."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import faiss
import numpy as np

from knowledge.encoder import Vectors
from knowledge.errors import MissingBuildError, StaleBuildError

EXACT_UP_TO = 50_000
HNSW_NEIGHBOURS = 32


@dataclass(frozen=True)
class Manifest:
    """What an index was made of; a mismatch means: build again."""

    encoder: str
    dimension: int
    digest: str
    count: int
    metric: str = "inner product"


class DenseIndex:
    """Vectors in the order they were given; finds the nearest by inner product."""

    def __init__(self, manifest: Manifest, index: faiss.Index) -> None:
        self.manifest = manifest
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors, encoder: str, digest: str) -> "DenseIndex":
        """An exact index up to tens of thousands of vectors, HNSW beyond."""
        count, dimension = vectors.shape
        exact = count <= EXACT_UP_TO
        index = (
            faiss.IndexFlatIP(dimension)
            if exact
            else faiss.IndexHNSWFlat(dimension, HNSW_NEIGHBOURS, faiss.METRIC_INNER_PRODUCT)
        )
        index.add(np.ascontiguousarray(vectors))
        return cls(Manifest(encoder, dimension, digest, count), index)

    def save(self, folder: Path) -> None:
        """Writes index and manifest into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._index, str(folder / "offers.faiss"))
        (folder / "manifest.json").write_text(json.dumps(asdict(self.manifest), indent=2))

    @classmethod
    def load(cls, folder: Path, encoder: str, digest: str) -> "DenseIndex":
        """The index of a folder; raises MissingBuildError or StaleBuildError."""
        recipe = folder / "manifest.json"
        for part in (recipe, folder / "offers.faiss"):
            if not part.exists():
                raise MissingBuildError(part)
        manifest = Manifest(**json.loads(recipe.read_text()))
        for field, wanted in (("encoder", encoder), ("digest", digest)):
            built = getattr(manifest, field)
            if built != wanted:
                raise StaleBuildError(recipe, field, built, wanted)
        return cls(manifest, faiss.read_index(str(folder / "offers.faiss")))

    def nearest(self, vector: Vectors, count: int) -> list[tuple[int, float]]:
        """Positions and inner products of the nearest, best first; `vector` has shape (d,)."""
        scores, positions = self._index.search(vector.reshape(1, -1), count)
        found = zip(positions[0].tolist(), scores[0].tolist(), strict=True)
        return [(position, score) for position, score in found if position >= 0]
