"""A data folder like knowledge/data, small and sound, for tests to spoil."""

import json
from pathlib import Path

import yaml

from knowledge.settings import DATA
from knowledge.utterances import OFF_TOPIC
from tests.small import labels, lexicon, offer, taxonomy, utterance

TALK = {
    "debt_advice": ("debts and bills", "so many debts"),
    "loneliness": ("lonely and sad", "so lonely here"),
    "shelter_women": ("a shelter please", "shelter tonight"),
    "perpetrator_work": ("violent myself", "my violent anger"),
    OFF_TOPIC: ("rain and snow", "football rain"),
}
PLACES = {
    "residence": ["ich wohne"],
    "places": [{"name": "Garbsen", "kind": "municipality", "latitude": 52.42, "longitude": 9.6}],
    "postal_codes": [],
    "post_office_boxes": {},
    "everyday_words": [],
}


def write_data(folder: Path) -> Path:
    """Writes a folder of five offers, ten messages and one town; returns it."""
    (folder / "offers").mkdir(parents=True)
    (folder / "utterances").mkdir()
    police = offer(id="police", topics=["shelter_women"], phones=[{"number": "110"}])
    topics = [offer(id=code.replace("_", "-"), topics=[code]) for code in taxonomy().codes]
    records = [one.model_dump(mode="json", exclude_defaults=True) for one in (police, *topics)]
    _yaml(folder / "offers" / "all.yml", records)
    _yaml(folder / "taxonomy.yml", taxonomy().model_dump(mode="json"))
    _yaml(folder / "places.yml", PLACES)
    _yaml(folder / "lexicon.yml", lexicon().model_dump(mode="json"))
    _yaml(folder / "labels.yml", {"more": labels("Mehr", "More")})
    _yaml(folder / "emergency.yml", [{"offer": "police", "labels": labels("Polizei", "Police")}])
    lines = [
        utterance(code, text).model_dump_json(by_alias=True)
        for code, texts in TALK.items()
        for text in texts
    ]
    (folder / "utterances" / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    thresholds = (DATA / "search.toml").read_text(encoding="utf-8")
    few = thresholds.replace("rarest_ngram = 3", "rarest_ngram = 1")
    (folder / "search.toml").write_text(few, encoding="utf-8")
    return folder


def _yaml(path: Path, content: object) -> None:
    """JSON is YAML; the lines are those of an indented dump."""
    plain = json.loads(json.dumps(content))
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
