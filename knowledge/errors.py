"""The errors of the knowledge, drawn first: each says one sentence and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class HilfelotseError(Exception):
    """Root of all errors that Hilfelotse raises on purpose."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a data file."""

    path: Path
    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}: {self.reason}"


class DataFaultsError(HilfelotseError):
    """Data files are faulty; carries every fault found, not only the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(map(str, self.faults))
        super().__init__(f"{len(self.faults)} fault(s) in the data:\n{lines}")


class MissingBuildError(HilfelotseError):
    """The built knowledge is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} is missing. Run `make build`.")


class StaleBuildError(HilfelotseError):
    """The built knowledge was made from other data, another encoder or other settings."""

    def __init__(self, path: Path, field: str, built: object, wanted: object) -> None:
        self.path, self.field, self.built, self.wanted = path, field, built, wanted
        super().__init__(
            f"{path} was built with {field} {built!r}, but {wanted!r} is wanted. Run `make build`."
        )


class UnknownTopicError(HilfelotseError):
    """A topic code is not in the taxonomy."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Unknown topic {code!r}. The codes are in knowledge/data/taxonomy.yml.")


class EncoderError(HilfelotseError):
    """The sentence encoder can't be loaded."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        super().__init__(f"Encoder {name!r} can't be loaded ({reason}). Check HILFELOTSE_ENCODER.")
