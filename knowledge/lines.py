"""JSON lines as checked records, every fault with file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.errors import DataFaultsError, Fault

Line = TypeVar("Line", bound=BaseModel)


def read_lines(path: Path, model: type[Line], faults: list[Fault]) -> Iterator[tuple[int, Line]]:
    """The sound records of a file with their lines; `faults` grows by those that are not."""
    for number, line in enumerate(text_lines(path), start=1):
        if not line.strip():
            continue
        try:
            yield number, model.model_validate_json(line)
        except ValidationError as error:
            faults.append(Fault(path, number, *_first(error)))


def text_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file; raises DataFaultsError where it is none."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (UnicodeDecodeError, OSError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror)
        raise DataFaultsError([Fault(path, 1, "file", reason)]) from error


def _first(error: ValidationError) -> tuple[str, str]:
    first = error.errors()[0]
    return ".".join(map(str, first["loc"])) or "line", str(first["msg"])
