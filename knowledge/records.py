"""Reads a YAML file into records and collects every fault with its file and line."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import Fault
from knowledge.located import Located

R = TypeVar("R")


def read(path: Path, shape: type[R]) -> tuple[R | None, list[Fault]]:
    """The file's content as `shape`, or None, and all its faults; raises when it is no YAML."""
    located = Located(path)
    faults = located.repeated_keys()
    try:
        return TypeAdapter(shape).validate_python(located.value), faults
    except ValidationError as error:
        return None, faults + [_fault(located, problem) for problem in error.errors()]


def read_each(path: Path, shape: type[R]) -> tuple[list[tuple[R, int]], list[Fault]]:
    """The file's list items that are sound, each with its line, and the faults of the others."""
    located = Located(path)
    items = located.value
    if not isinstance(items, list):
        return [], [Fault(path, 1, "file", "must be a YAML list of records")]
    faults, sound = located.repeated_keys(), []
    adapter = TypeAdapter(shape)
    for number, item in enumerate(items):
        try:
            sound.append((adapter.validate_python(item), located.line([number])))
        except ValidationError as error:
            faults += [_fault(located, problem, number) for problem in error.errors()]
    return sound, faults


def _fault(located: Located, problem: Any, *prefix: int) -> Fault:
    location = [*prefix, *problem["loc"]]
    field = ".".join(str(step) for step in location) or "record"
    reason = str(problem["msg"]).removeprefix("Value error, ")
    return Fault(located.path, located.line(location), field, reason)


def duplicates(keys: Iterable[tuple[str, Path, int]]) -> list[Fault]:
    """A fault for each key that stood earlier already."""
    seen: dict[str, str] = {}
    faults = []
    for key, path, line in keys:
        if key in seen:
            faults.append(Fault(path, line, "id", f"{key!r} stands at {seen[key]} already"))
        seen.setdefault(key, f"{path.name}:{line}")
    return faults
