"""YAML with line numbers, so that a fault can be named with file and line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import DataFaultsError, Fault


class Located:
    """A parsed YAML file that still knows the line of each of its values."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise DataFaultsError([Fault(path, line, "YAML", str(error.problem))]) from error
        except yaml.YAMLError as error:
            raise DataFaultsError([Fault(path, 1, "YAML", str(error))]) from error
        except UnicodeDecodeError as error:
            raise DataFaultsError([Fault(path, 1, "file", "not UTF-8")]) from error
        self.value: Any = _construct(self._node)

    def line(self, location: Sequence[str | int]) -> int:
        """The line, counted from 1, of the value at a pydantic error's location."""
        node = self._node
        for step in location:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return node.start_mark.line + 1 if node else 1

    def repeated_keys(self) -> list[Fault]:
        """Keys that stand twice in one mapping: YAML would keep the last in silence."""
        return [
            Fault(self.path, key.start_mark.line + 1, str(key.value), "key stands twice")
            for mapping in _mappings(self._node)
            for number, (key, _) in enumerate(mapping.value)
            if key.value in [earlier.value for earlier, _ in mapping.value[:number]]
        ]


def _construct(node: yaml.Node | None) -> Any:
    loader = yaml.SafeLoader("")
    return loader.construct_document(node) if node else None


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    return None


def _mappings(node: yaml.Node | None) -> list[yaml.MappingNode]:
    if isinstance(node, yaml.SequenceNode):
        return [inner for item in node.value for inner in _mappings(item)]
    if isinstance(node, yaml.MappingNode):
        return [node, *(inner for _, value in node.value for inner in _mappings(value))]
    return []
