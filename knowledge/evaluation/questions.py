"""The labelled questions by which the search is measured."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, model_validator

from knowledge.errors import DataFaultsError, Fault
from knowledge.lines import read_lines


class Question(BaseModel):
    """A message and what is right: `topics` (any of them), several `needs`, or an `expect`."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    lang: str | None = None
    style: str = "everyday"
    indirect: bool = False
    topics: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    expect: str | None = None
    must_not: tuple[str, ...] = ()
    place: str | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "Question":
        if sum(map(bool, (self.topics, self.needs, self.expect))) != 1:
            raise ValueError('give just one of "topics", "needs" and "expect"')
        return self

    @cached_property
    def accepted(self) -> frozenset[str]:
        """All topics that are right."""
        return frozenset(self.topics).union(*self.needs)


def load_questions(paths: Iterable[Path]) -> list[Question]:
    """All questions of the files; raises DataFaultsError with every fault."""
    faults: list[Fault] = []
    found = [one for path in paths for _, one in read_lines(path, Question, faults)]
    if faults:
        raise DataFaultsError(faults)
    return found
