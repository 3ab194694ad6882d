"""Measures the search on labelled questions and lists every miss to read.

Lines: {"id", "text", "lang", "topics", "must_not"?, "place"?}; usage:
`python -m knowledge.evaluate [FILE…]`, by default the questions of tests/evaluation.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.build import Knowledge, load_knowledge
from knowledge.encoder import load_encoder
from knowledge.metrics import hit, interval, share
from knowledge.query import Query
from knowledge.settings import ROOT, Settings

QUESTIONS = ROOT / "tests" / "evaluation"
FIRST = 3


@dataclass(frozen=True)
class Outcome:
    """What the search made of one question."""

    question: dict[str, Any]
    topics: tuple[tuple[str, ...], ...]
    place: str | None
    certain: bool

    @property
    def found(self) -> bool:
        """Whether one of the first three offers has an accepted topic."""
        return hit(self.topics, self.question["topics"], FIRST)

    @property
    def first(self) -> bool:
        """Whether the first offer has one."""
        return hit(self.topics, self.question["topics"], 1)

    @property
    def harmful(self) -> bool:
        """Whether one of the first three offers has a topic that must not be shown first."""
        forbidden = set(self.question.get("must_not", ()))
        return any(topics[0] in forbidden for topics in self.topics[:FIRST])

    @property
    def placed(self) -> bool:
        """Whether the place is right."""
        return bool(self.place == self.question.get("place"))


def outcome(knowledge: Knowledge, question: dict[str, Any]) -> Outcome:
    """Asks one question."""
    said = knowledge.search.understand(question["text"])
    result = knowledge.search(Query().followed_by(question["text"], said, new_need=True), said)
    topics = tuple(hit_.offer.topics for hit_ in result.hits)
    place = result.query.place.name if result.query.place else None
    return Outcome(question, topics, place, said.certain)


def report(outcomes: Sequence[Outcome]) -> str:
    """A table by language, and every miss."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[one.question["lang"]].append(one)
    head = "language    n  first  three [95% interval]  harmful  place  certain"
    rows = [_row(language, group) for language, group in sorted(groups.items())]
    misses = [_miss(one) for one in outcomes if not one.found]
    return "\n".join([head, *rows, _row("all", outcomes), "", f"misses: {len(misses)}", *misses])


def _row(name: str, group: Sequence[Outcome]) -> str:
    found = [one.found for one in group]
    low, high = interval(found)
    first, placed = share([one.first for one in group]), share([one.placed for one in group])
    harmful, sure = share([one.harmful for one in group]), share([one.certain for one in group])
    return (
        f"{name:8} {len(group):4}   {first:.2f}   {share(found):.2f} [{low:.2f}, {high:.2f}]"
        f"       {harmful:.3f}   {placed:.2f}     {sure:.2f}"
    )


def _miss(one: Outcome) -> str:
    got = ", ".join(topics[0] for topics in one.topics[:FIRST]) or "nothing"
    wanted = ", ".join(one.question["topics"])
    return f"  {one.question['id']}: {one.question['text']!r}\n      wanted {wanted}; got {got}"


def questions(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """All questions of the files."""
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines() if line]
    return [json.loads(line) for line in lines]


def main() -> None:
    """Prints the report."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(QUESTIONS.glob("*.jsonl"))
    settings = Settings()
    knowledge = load_knowledge(settings.build, load_encoder(settings.encoder))
    outcomes = [outcome(knowledge, question) for question in questions(paths)]
    sys.stdout.write(report(outcomes) + "\n")


if __name__ == "__main__":
    main()
