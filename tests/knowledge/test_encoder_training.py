"""Training brings the utterances of a topic together, and always in the same way."""

from collections.abc import Sequence
from itertools import combinations

import pytest
import torch

from knowledge.encoder_training import train_upper_layers
from knowledge.settings import EncoderSettings
from knowledge.universal import LowerLayers, TwinLayers
from knowledge.utterances import Utterance
from tests.small import utterance

pytestmark = pytest.mark.slow
TEXTS = {
    "debt_advice": ("debts", "bills", "the bank", "Mahnung", "Inkasso", "no money left"),
    "loneliness": ("lonely", "allein", "no friends", "nobody calls", "empty days", "so still"),
    "shelter_women": ("he hits me", "Frauenhaus", "I fled", "he threatens", "Angst", "get out"),
}
SAID = [utterance(topic, text) for topic, texts in TEXTS.items() for text in texts]
SETTINGS = EncoderSettings(epochs=6, rate=0.003, scale=20.0, seed=0, tell_every=8)
SHORT = SETTINGS.model_copy(update={"epochs": 1})


@pytest.fixture(scope="module")
def features() -> dict[str, torch.Tensor]:
    """The lower layers' features of all texts."""
    return LowerLayers().preprocess([one.text for one in SAID])


def trained(
    features: dict[str, torch.Tensor],
    said: Sequence[Utterance] = SAID,
    settings: EncoderSettings = SETTINGS,
) -> tuple[TwinLayers, list[str]]:
    """Twins that learnt from the utterances, and what the training said."""
    twins, told = TwinLayers(), list[str]()
    train_upper_layers(twins, features, said, settings, told.append)
    return twins, told


@pytest.fixture(scope="module")
def learnt(features: dict[str, torch.Tensor]) -> tuple[TwinLayers, list[str]]:
    """Trained once for all tests that only look."""
    return trained(features)


def nearness(twins: TwinLayers, features: dict[str, torch.Tensor], *, same: bool) -> float:
    """The mean nearness of two utterances of the same topic, or of two topics, when trained."""
    with torch.no_grad():
        vectors = twins.trained(features["summed"], features["length"])
    pairs: list[float] = [
        (vectors[one] @ vectors[other]).item()
        for one, other in combinations(range(len(SAID)), 2)
        if (SAID[one].topic == SAID[other].topic) is same
    ]
    return sum(pairs) / len(pairs)


def weights(twins: TwinLayers) -> list[torch.Tensor]:
    """All weights of the second twin."""
    return list(twins.trained.state_dict().values())


def test_utterances_of_a_topic_come_nearer_and_those_of_two_do_not(
    features: dict[str, torch.Tensor], learnt: tuple[TwinLayers, list[str]]
) -> None:
    twins, before = learnt[0], TwinLayers().eval()
    assert nearness(twins, features, same=True) > nearness(before, features, same=True) + 0.1
    assert nearness(twins, features, same=False) < nearness(before, features, same=False)


def test_the_first_twin_stays_as_it_came(learnt: tuple[TwinLayers, list[str]]) -> None:
    came = TwinLayers().original.state_dict()
    now = learnt[0].original.state_dict()
    assert all(torch.equal(now[name], weight) for name, weight in came.items())


def test_the_same_seed_gives_the_same_weights_and_another_gives_others(
    features: dict[str, torch.Tensor],
) -> None:
    other_seed = SHORT.model_copy(update={"seed": 1})
    one, other, again = (
        weights(trained(features, settings=each)[0]) for each in (SHORT, other_seed, SHORT)
    )
    assert all(map(torch.equal, one, again))
    assert not any(map(torch.equal, one, other))


def test_progress_is_said_every_so_many_steps(learnt: tuple[TwinLayers, list[str]]) -> None:
    steps = 6 * 18 // (2 * 3)
    said = [line.split(", loss ") for line in learnt[1]]
    assert [what for what, _ in said] == [f"  step {number} of {steps}" for number in (0, 8, 16)]
    assert float(said[-1][1]) < float(said[0][1])


def test_after_training_nothing_is_left_to_chance(learnt: tuple[TwinLayers, list[str]]) -> None:
    assert not learnt[0].trained.training


def test_messages_with_two_needs_and_lone_ones_are_not_drawn(
    features: dict[str, torch.Tensor],
) -> None:
    lone = SAID[0].model_copy(update={"topic": "library"})
    two = [one.model_copy(update={"besides": ("loneliness",)}) for one in SAID[1:4]]
    unknown = {name: values.clone() for name, values in features.items()}
    unknown["summed"][:4] = torch.nan
    twins, _ = trained(unknown, [lone, *two, *SAID[4:]], SHORT)
    assert all(bool(weight.isfinite().all()) for weight in weights(twins))
