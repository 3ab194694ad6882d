"""How people say what they need: the examples that the topic model learns from."""

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from knowledge.errors import DataFaultsError, Fault
from knowledge.models import LanguageCode, Record, Text, TopicCode
from knowledge.taxonomy import Taxonomy

OFF_TOPIC = "off_topic"


class Utterance(Record):
    """One message and the topic that it asks for; `also` are acceptable ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    topic: TopicCode
    also: tuple[TopicCode, ...] = ()
    lang: LanguageCode
    style: str
    indirect: bool
    speaks_for: str = Field(alias="for")
    text: Text


def load_utterances(folder: Path, taxonomy: Taxonomy) -> list[Utterance]:
    """All utterances of a folder; raises DataFaultsError with every fault."""
    found, faults = [], []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                utterance = Utterance.model_validate_json(line)
            except ValidationError as error:
                faults.append(Fault(path, number, "line", str(error.errors()[0]["msg"])))
                continue
            found.append(utterance)
            faults += _unknown(path, number, utterance, taxonomy)
    if faults:
        raise DataFaultsError(faults)
    return found


def _unknown(path: Path, line: int, utterance: Utterance, taxonomy: Taxonomy) -> list[Fault]:
    known = {*taxonomy.by_code, OFF_TOPIC}
    return [
        Fault(path, line, "topic", f"{code!r} is not in taxonomy.yml")
        for code in (utterance.topic, *utterance.also)
        if code not in known
    ]
