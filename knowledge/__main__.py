"""The `hilfelotse` command: check, build, search."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.build import Knowledge, build, is_current, load_data, load_knowledge
from knowledge.encoder import load_encoder, new_encoder
from knowledge.errors import HilfelotseError
from knowledge.query import Query
from knowledge.search import Result
from knowledge.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; exit code 1 and one clear text on standard error when it fails."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except HilfelotseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("hilfelotse", description="Finds help in the Region Hannover.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check the data; every fault with file and line")
    check.set_defaults(run=_check)
    build_ = commands.add_parser("build", help="build index and topic model from the data")
    build_.add_argument("--if-needed", action="store_true", help="only when the data changed")
    build_.set_defaults(run=_build)
    search = commands.add_parser("search", help="find offers for a message")
    search.add_argument("text", nargs="?", help="the message")
    search.add_argument("--place", help="town, district or postal code")
    search.add_argument("--json", action="store_true", help="one JSON object a line")
    search.add_argument("--jsonl", type=Path, help='file of lines {"id", "text"}')
    search.set_defaults(run=_search)
    return parser


def _check(_: argparse.Namespace) -> None:
    data = load_data()
    print(
        f"{len(data.corpus.offers)} offers, {len(data.taxonomy.topics)} topics, "
        f"{len(data.places.all)} places, {len(data.utterances)} utterances: no fault."
    )


def _build(options: argparse.Namespace) -> None:
    settings = Settings()
    if options.if_needed and is_current(settings.build, settings.encoder):
        print("The built knowledge is up to date.")
        return
    build(settings.build, new_encoder(settings.encoder), lambda line: print(line, flush=True))


def _search(options: argparse.Namespace) -> None:
    questions = list(_questions(options))
    settings = Settings()
    knowledge = load_knowledge(settings.build, load_encoder(settings.encoder, settings.build))
    show = _as_json if options.json else _as_text
    for identifier, text in questions:
        print(show(identifier, _answer(knowledge, text, options.place)), flush=True)


def _questions(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    if options.jsonl is None:
        if not options.text:
            raise HilfelotseError('Give a message ("Schulden, wo in Laatzen?") or --jsonl FILE.')
        yield "", options.text
        return
    if not options.jsonl.is_file():
        raise HilfelotseError(f"{options.jsonl} is no file.")
    for number, line in enumerate(_lines(options.jsonl), start=1):
        try:
            question = json.loads(line)
            yield str(question["id"]), str(question["text"])
        except (ValueError, KeyError, TypeError) as error:
            reason = 'a line must be JSON with "id" and "text"'
            raise HilfelotseError(f"{options.jsonl}:{number}: {reason}") from error


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise HilfelotseError(f"{path} is not UTF-8.") from error


def _answer(knowledge: Knowledge, text: str, place_name: str | None) -> Result:
    said = knowledge.search.understand(text)
    query = Query().followed_by(text, said, new_need=True)
    if place_name:
        place = knowledge.data.places.named(place_name)
        if place is None:
            raise HilfelotseError(f"{place_name!r} is no place of the Region Hannover.")
        point = knowledge.data.places.point(place_name, place)
        query = replace(query, place=place, point=point)
    return knowledge.search(query, said)


def _as_json(identifier: str, result: Result) -> str:
    person, place = result.query.person, result.query.place
    answer: dict[str, Any] = {
        "id": identifier,
        "needs": [{"topic": need.topic, "score": round(need.score, 4)} for need in result.needs],
        "place": place.name if place else None,
        "person": {
            "gender": person.gender,
            "age": person.age,
            "groups": sorted(person.groups),
        },
        "certain": result.said.certain,
        "offers": [
            {
                "id": hit.offer.id,
                "name": hit.offer.name,
                "topics": hit.offer.topics,
                "score": round(hit.score, 4),
                "why": {reason: round(share, 3) for reason, share in hit.why.items() if share},
            }
            for hit in result.hits
        ],
    }
    return json.dumps(answer, ensure_ascii=False)


def _as_text(_: str, result: Result) -> str:
    needs = ", ".join(f"{need.topic} {need.score:.2f}" for need in result.needs)
    place = result.query.place.name if result.query.place else "unknown"
    lines = [f"needs: {needs or 'none'}; place: {place}; certain: {result.said.certain}"]
    for hit in result.hits:
        phones = ", ".join(phone.number for phone in hit.offer.phones) or "no phone"
        lines.append(f"{hit.score:.2f}  {hit.offer.name} ({phones}) {hit.offer.id}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
