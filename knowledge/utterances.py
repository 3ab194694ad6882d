"""How people say what they need: the examples that the topic model learns from."""

from pathlib import Path

from pydantic import ConfigDict, Field, model_validator

from knowledge.errors import DataFaultsError, Fault
from knowledge.lines import read_lines
from knowledge.models import LanguageCode, Record, Text, TopicCode
from knowledge.taxonomy import Taxonomy

OFF_TOPIC = "off_topic"


class Utterance(Record):
    """One message: the topic it asks for, acceptable ones in `also`, further needs in `besides`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    topic: TopicCode
    besides: tuple[TopicCode, ...] = ()
    also: tuple[TopicCode, ...] = ()
    lang: LanguageCode
    style: str
    indirect: bool
    speaks_for: str = Field(alias="for")
    text: Text

    @model_validator(mode="after")
    def _once(self) -> "Utterance":
        if set(self.needs) & set(self.also):
            raise ValueError("a topic stands as a need and again in also")
        return self

    @property
    def needs(self) -> tuple[TopicCode, ...]:
        """All that it asks for, the most urgent first."""
        return (self.topic, *self.besides)


def load_utterances(folder: Path, taxonomy: Taxonomy) -> list[Utterance]:
    """All utterances of a folder; raises DataFaultsError with every fault."""
    known = {*taxonomy.by_code, OFF_TOPIC}
    found: list[Utterance] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, utterance in read_lines(path, Utterance, faults):
            found.append(utterance)
            faults += [
                Fault(path, number, "topic", f"{code!r} is not in taxonomy.yml")
                for code in (*utterance.needs, *utterance.also)
                if code not in known
            ]
    if faults:
        raise DataFaultsError(faults)
    return found
