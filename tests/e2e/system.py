"""Starts Hilfelotse as `make run` does, on free ports, and stops it again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
BOT = next(
    line.partition(": ")[2]
    for line in (ROOT / "Procfile").read_text().splitlines()
    if line.startswith("bot:")
)
START_SECONDS = 120.0


@dataclass(frozen=True)
class Running:
    """Where the started processes listen."""

    door: str
    bot: str
    bot_port: int

    def health(self) -> dict[str, object]:
        """What the door says of itself and the bot."""
        answer: dict[str, object] = httpx.get(f"{self.door}/health", timeout=10).json()
        return answer

    def kill_bot(self) -> None:
        """Kills the Rasa process, as a crash would."""
        pattern = rf"^\S*python -m rasa run .*--port {self.bot_port}"
        found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, check=True)  # noqa: S603, S607 - our own process
        for process in found.stdout.split():
            os.kill(int(process), signal.SIGKILL)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def wait_for(true: Callable[[], bool], seconds: float = START_SECONDS) -> None:
    """Waits until something is true; fails after so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if true():
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise TimeoutError


@contextmanager
def _process(command: str, ports: dict[str, int]) -> Iterator[None]:
    names = {f"HILFELOTSE_{name}": str(port) for name, port in ports.items()}
    environment = os.environ | names | {"RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": "."}
    started = subprocess.Popen(  # noqa: S602 - the Procfile's own line
        command, shell=True, cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        yield
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(30)


@contextmanager
def everything() -> Iterator[Running]:
    """Bot and service, ready."""
    ports = {"PORT": free_port(), "BOT_PORT": free_port(), "ACTION_PORT": free_port()}
    running = _running(ports)
    with _process(f"{Path(sys.executable).parent}/honcho start --no-colour", ports):
        wait_for(lambda: running.health()["bot"] == "up")
        yield running


@contextmanager
def only_the_bot() -> Iterator[Running]:
    """The bot without the service: nothing listens on the action port."""
    ports = {"PORT": free_port(), "BOT_PORT": free_port(), "ACTION_PORT": free_port()}
    running = _running(ports)
    with _process(f"exec {BOT}", ports):
        wait_for(lambda: httpx.get(f"{running.bot}/").is_success)
        yield running


def _running(ports: dict[str, int]) -> Running:
    local = "http://127.0.0.1"
    door, bot = f"{local}:{ports['PORT']}", f"{local}:{ports['BOT_PORT']}/webhooks/door"
    return Running(door, bot, ports["BOT_PORT"])
