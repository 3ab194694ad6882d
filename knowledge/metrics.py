"""Pure measures of a ranking and of a share, a few lines each."""

import math
import random
from collections.abc import Collection, Sequence

RESAMPLES = 1000


def hit(ranked: Sequence[Collection[str]], accepted: Collection[str], among: int) -> bool:
    """Whether one of the first `among` offers has an accepted topic."""
    return any(set(topics) & set(accepted) for topics in ranked[:among])


def ndcg(
    ranked: Sequence[Collection[str]], accepted: Collection[str], among: int, relevant: int
) -> float:
    """Discounted gain of the first `among` offers; 1 when the `relevant` ones stand in front."""
    worth = [1 / math.log2(rank + 2) for rank in range(among)]
    gained = [
        value
        for value, topics in zip(worth, ranked[:among], strict=False)
        if set(topics) & set(accepted)
    ]
    return sum(gained) / sum(worth[: max(relevant, 1)])


def share(outcomes: Sequence[float]) -> float:
    """The mean, for true and false outcomes the share of true ones; nan for none."""
    return sum(outcomes) / len(outcomes) if outcomes else math.nan


def interval(outcomes: Sequence[float], seed: int = 0) -> tuple[float, float]:
    """The 95% bootstrap interval of the mean."""
    if not outcomes:
        return math.nan, math.nan
    draw = random.Random(seed)  # noqa: S311 - resampling, not secrecy
    shares = sorted(share(draw.choices(outcomes, k=len(outcomes))) for _ in range(RESAMPLES))
    return shares[int(0.025 * RESAMPLES)], shares[int(0.975 * RESAMPLES) - 1]


def calibration_error(sureness: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """How far on average the sureness is from the share of right answers, over equal bins."""
    grouped: list[list[int]] = [[] for _ in range(bins)]
    for number, sure in enumerate(sureness):
        grouped[min(int(sure * bins), bins - 1)].append(number)
    gaps = [
        abs(sum(sureness[number] for number in group) - sum(right[number] for number in group))
        for group in grouped
    ]
    return sum(gaps) / len(sureness) if sureness else math.nan
