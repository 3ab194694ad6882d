"""The README names every target and every setting, and no other."""

import re

from knowledge.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PREFIX = "HILFELOTSE_"


def targets() -> set[str]:
    """All targets of the Makefile."""
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.MULTILINE))


def settings() -> set[str]:
    """All settings by their name in the environment."""
    return {PREFIX + name.upper() for name in Settings.model_fields}


def test_every_target_of_the_makefile_is_named() -> None:
    named = set(re.findall(r"\bmake ([a-z-]+)\b", README))
    assert {"run", "test"} <= targets()
    assert targets() - named == set()


def test_every_target_that_is_named_exists() -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    assert named - targets() == set()


def test_every_setting_is_named_and_no_other() -> None:
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", README)) == settings()


def test_the_defaults_that_are_told_are_the_real_ones() -> None:
    told = dict(re.findall(rf"^\| `{PREFIX}([A-Z_]+)` \| ([^|]+?) \|", README, re.MULTILINE))
    assert {PREFIX + name for name in told} == settings()
    for name, default in told.items():
        real = Settings.model_fields[name.lower()].default
        assert default in {str(real), f"{real:g}" if isinstance(real, float) else ""} | (
            {real.name} if name == "BUILD" else set()
        )


def test_every_target_is_explained_in_the_makefiles_own_list() -> None:
    explained = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))
    assert explained == targets()


def test_every_file_that_the_readme_links_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
