"""Pure measures of a ranking and of a share, a few lines each."""

import math
import random
from collections.abc import Collection, Sequence

RESAMPLES = 1000


def hit(ranked: Sequence[Collection[str]], accepted: Collection[str], among: int) -> bool:
    """Whether one of the first `among` offers has an accepted topic."""
    return any(set(topics) & set(accepted) for topics in ranked[:among])


def share(outcomes: Sequence[bool]) -> float:
    """The share of true outcomes; nan for none."""
    return sum(outcomes) / len(outcomes) if outcomes else math.nan


def interval(outcomes: Sequence[bool], seed: int = 0) -> tuple[float, float]:
    """The 95% bootstrap interval of the share of true outcomes."""
    if not outcomes:
        return math.nan, math.nan
    draw = random.Random(seed)  # noqa: S311 - resampling, not secrecy
    shares = sorted(share(draw.choices(outcomes, k=len(outcomes))) for _ in range(RESAMPLES))
    return shares[int(0.025 * RESAMPLES)], shares[int(0.975 * RESAMPLES) - 1]
