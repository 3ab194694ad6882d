"""Our side: what the Procfile runs, talked to through the public door."""

from pathlib import Path
from typing import Any

from tests.bench.load import Door
from tests.bench.processes import ROOT, Command

NEEDS = tuple(Path(__file__).with_name("needs.txt").read_text("utf-8").splitlines())


def commands(procfile: Path = ROOT / "Procfile") -> list[Command]:
    """The lines of the Procfile, each for a shell of its own."""
    lines = procfile.read_text("utf-8").splitlines()
    parts = [line.partition(":") for line in lines if line.strip() and not line.startswith("#")]
    return [["bash", "-c", f"exec {command.strip()}"] for _, _, command in parts]


def environment(port: int, bot_port: int, action_port: int) -> dict[str, str]:
    """The ports and the path, as `make run` gives them."""
    return {
        "PYTHONPATH": str(ROOT),
        "HILFELOTSE_HOST": "127.0.0.1",
        "HILFELOTSE_PORT": str(port),
        "HILFELOTSE_BOT_PORT": str(bot_port),
        "HILFELOTSE_ACTION_PORT": str(action_port),
    }


def door(port: int) -> Door:
    """The public door."""
    return Door(f"http://127.0.0.1:{port}/chat", _body, good)


def _body(conversation: str, number: int) -> dict[str, str]:
    return {"conversation": conversation, "text": NEEDS[number % len(NEEDS)]}


def good(answer: Any) -> bool:
    """Whether the assistant itself answered, with cards of offers."""
    return "degraded" not in answer and any(m.get("offers") for m in answer["messages"])
