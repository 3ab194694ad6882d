"""Measures the search: `python -m knowledge.evaluation [FILE…]`, by default our own questions."""

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from knowledge.build import Knowledge, load_knowledge
from knowledge.encoder import load_encoder
from knowledge.encoder import untrained as untrained_encoder
from knowledge.errors import HilfelotseError
from knowledge.evaluation import tables
from knowledge.evaluation.answers import Answer, ask
from knowledge.evaluation.baselines import bm25, diet, untrained
from knowledge.evaluation.confusions import picture
from knowledge.evaluation.questions import load_questions
from knowledge.settings import ROOT, Settings

QUESTIONS = ROOT / "tests" / "evaluation"
DIET = QUESTIONS / "diet.json"


def report(answers: Sequence[Answer], knowledge: Knowledge) -> str:
    """All tables, then every miss."""
    needs = [one for one in answers if one.question.topics]
    several = [one for one in answers if one.question.needs]
    off = [one for one in answers if one.question.expect]
    taxonomy = knowledge.data.taxonomy
    groupings: dict[str, tables.GroupOf] = {
        "language": lambda one: one.question.lang or "none",
        "style": lambda one: one.question.style,
        "indirectness": lambda one: "indirect" if one.question.indirect else "direct",
        "area": lambda one: taxonomy.topic(one.question.topics[0]).area,
    }
    others = {  # each question stands in several groups and is asked once
        "BM25": cache(bm25(knowledge)),
        "untrained": cache(untrained(knowledge, untrained_encoder())),
        "DIET": cache(diet(DIET)),
    }
    parts = []
    if needs:
        parts += ["NEEDS", tables.needs_table(needs, groupings, others)]
        parts += [tables.calibration_line(needs)]
    if several:
        parts += ["", "SEVERAL NEEDS", tables.several_table(several)]
    if off:
        parts += ["", "OFF TOPIC", tables.off_topic_table(off, needs)]
    return "\n".join([*parts, "", "MISSES", *tables.misses(needs), *_rest(several, off)])


def _rest(several: Sequence[Answer], off: Sequence[Answer]) -> list[str]:
    answered = [
        f"  {one.question.id} (answered): {one.question.text!r} as {', '.join(one.needs)}"
        for one in off
        if not one.off_topic and one.certain
    ]
    return [*tables.several_misses(several), *answered]


def main() -> int:
    """Prints the report and writes the picture of confusions."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(QUESTIONS.glob("*.jsonl"))
    settings = Settings()
    try:
        questions = load_questions(paths)
        knowledge = load_knowledge(settings.build, load_encoder(settings.encoder, settings.build))
    except HilfelotseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    answers = [ask(knowledge, question) for question in questions]
    sys.stdout.write(report(answers, knowledge) + "\n")
    page = settings.build / "confusions.html"
    needs = [one for one in answers if one.question.topics]
    page.write_text(picture(needs, knowledge.data.taxonomy.codes), encoding="utf-8")
    sys.stdout.write(f"\nConfusions between topics: {page}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
