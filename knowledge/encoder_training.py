"""Adapts the embedded encoder to our utterances: the ones of a topic come closer together.

MultipleNegativesRanking: a batch holds a pair of every topic, so that the neighbouring topics are
always among the negatives. Seeded; about ten seconds on two cores.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from torch import Tensor

from knowledge.settings import EncoderSettings
from knowledge.universal import TwinLayers, UpperLayers
from knowledge.utterances import Utterance

Features = dict[str, Tensor]
Say = Callable[[str], None]


def train_upper_layers(
    twins: TwinLayers,
    features: Features,
    utterances: Sequence[Utterance],
    settings: EncoderSettings,
    say: Say,
) -> None:
    """Trains the second of the twins in place; `features` are those of the utterances' texts."""
    torch.manual_seed(settings.seed)
    pairs = _Pairs(utterances, settings.seed)
    loss_of = MultipleNegativesRankingLoss(
        SentenceTransformer(modules=[twins], device="cpu"), scale=settings.scale
    )
    steps = settings.epochs * len(utterances) // (2 * len(pairs))
    optimizer = torch.optim.AdamW(twins.trained.parameters(), lr=settings.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _warm(step, steps))
    twins.trained.train()
    for step in range(steps):
        anchors, others = pairs.draw()
        loss = loss_of.compute_loss_from_embeddings(
            [_embed(twins.trained, features, rows) for rows in (anchors, others)],
            torch.arange(len(anchors)),
        )
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        schedule.step()
        if step % settings.tell_every == 0:
            say(f"  step {step} of {steps}, loss {loss.item():.2f}")
    twins.eval()


class _Pairs:
    """Draws two utterances of every topic; only those that ask for one thing."""

    def __init__(self, utterances: Sequence[Utterance], seed: int) -> None:
        topics: dict[str, list[int]] = defaultdict(list)
        for row, one in enumerate(utterances):
            if not one.besides:
                topics[one.topic].append(row)
        self._topics = [rows for rows in topics.values() if len(rows) > 1]
        self._random = np.random.default_rng(seed)

    def __len__(self) -> int:
        return len(self._topics)

    def draw(self) -> tuple[list[int], list[int]]:
        """Rows of utterances, one and another of the same topic."""
        drawn = [self._random.choice(rows, 2, replace=False).tolist() for rows in self._topics]
        return [one for one, _ in drawn], [other for _, other in drawn]


def _embed(layers: UpperLayers, features: Features, rows: list[int]) -> Tensor:
    vectors: Tensor = layers(features["summed"][rows], features["length"][rows])
    return vectors


def _warm(step: int, steps: int, warming: int = 50) -> float:
    """Share of the learning rate: rises over the first steps, then falls to nothing."""
    return min(1.0, (step + 1) / warming) * (1 - step / steps)
