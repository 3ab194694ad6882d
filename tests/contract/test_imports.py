"""Who may not import whom: the syntax trees are walked."""

import ast
from pathlib import Path

import pytest

from knowledge.settings import ROOT

BARRED = {
    "bot": {"knowledge", "actions", "web"},
    "knowledge": {"bot", "actions", "web", "rasa", "rasa_sdk"},
    "actions": {"bot", "web", "rasa"},
    "web": {"bot", "rasa"},
}


def imported(path: Path) -> set[str]:
    """The top names of all modules that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def files(package: str) -> list[Path]:
    """All Python files of a package."""
    return sorted((ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("package", BARRED)
def test_a_package_imports_none_that_it_must_not_know(package: str) -> None:
    broken = {
        str(path.relative_to(ROOT)): barred
        for path in files(package)
        if (barred := imported(path) & BARRED[package])
    }
    assert broken == {}


@pytest.mark.parametrize("package", BARRED)
def test_each_package_is_really_walked(package: str) -> None:
    assert len(files(package)) >= 5


def test_nothing_of_the_product_imports_its_tests() -> None:
    product = [path for package in BARRED for path in files(package)]
    assert [path for path in product if "tests" in imported(path)] == []


def test_an_import_within_a_function_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "late.py"
    path.write_text("def f():\n    from rasa.core import x\n    import web.app as y\n")
    assert imported(path) == {"rasa", "web"}
