"""What a Rasa user would pick instead: DIETClassifier on the same utterances, an intent a topic.

Runs in the bot's environment (`make evaluate-diet`); a quarter of an hour and more on two cores.
Leaves the three likeliest topics of every question in diet.json, with the commit they belong to.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import load_agent
from rasa.model_training import train_nlu

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "knowledge" / "data"
EPOCHS, FIRST = 9, 3
CONFIG = {
    "recipe": "default.v1",
    "language": "xx",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {
            "name": "CountVectorsFeaturizer",
            "analyzer": "char_wb",
            "min_ngram": 1,
            "max_ngram": 4,
        },
        {"name": "DIETClassifier", "epochs": EPOCHS, "entity_recognition": False},
    ],
}


def utterances() -> dict[str, list[str]]:
    """The messages of each topic; of one with several needs the first need counts."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((DATA / "utterances").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = json.loads(line)
            found[one["topic"]].append(" ".join(one["text"].split()))
    return found


def train(folder: Path) -> str:
    """Trains on all utterances; the path of the model."""
    plain = str.maketrans("[]{}", "()()")
    nlu = [
        {"intent": topic, "examples": "".join(f"- {text.translate(plain)}\n" for text in texts)}
        for topic, texts in utterances().items()
    ]
    (folder / "nlu.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True), "utf-8"
    )
    (folder / "config.yml").write_text(yaml.safe_dump(CONFIG), "utf-8")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    if model is None:
        raise SystemExit("Rasa trained no model; see its messages above.")
    return str(model)


async def answers(model: str, questions: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The likeliest topics of each question."""
    agent = await load_agent(model_path=model)
    told = {}
    for question in questions:
        parsed = await agent.parse_message(question["text"])
        ranking = parsed["intent_ranking"][:FIRST]
        told[question["id"]] = [intent["name"] for intent in ranking]
    return told


def main() -> None:
    """Trains, asks, writes the file."""
    paths = [Path(name) for name in sys.argv[1:]] or [HERE / "needs.jsonl"]
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as folder:
        told = asyncio.run(answers(train(Path(folder)), [json.loads(line) for line in lines]))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - git is the one on PATH
        capture_output=True,
        text=True,
        check=True,
    )
    record = {"commit": commit.stdout.strip(), "epochs": EPOCHS, "answers": told}
    (HERE / "diet.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
