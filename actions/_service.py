"""The seam to the knowledge: set once when the service starts, or to a fake in a test."""

from knowledge.build import Knowledge

_knowledge: list[Knowledge] = []


def use(knowledge: Knowledge) -> None:
    """Makes this the knowledge that all actions ask."""
    _knowledge[:] = [knowledge]


def current() -> Knowledge:
    """The knowledge in use; raises IndexError before `use` was called."""
    return _knowledge[0]
