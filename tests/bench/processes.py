"""Processes that are started, weighed and stopped; Linux, for it reads /proc."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import session_and_pages

ROOT = Path(__file__).parents[2]
SERVICE = ROOT / ".venv" / "bin" / "python"
BOT = ROOT / ".venv-bot" / "bin" / "python"
PATIENCE = 10  # seconds to stop kindly
LAST_LINES = 15
COMMON = {  # the same for both sides; as the Makefile sets them
    "RASA_TELEMETRY_ENABLED": "false",
    "LOG_LEVEL": "WARNING",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
Command = list[str]
Started = subprocess.Popen[bytes]


class BenchError(Exception):
    """The benchmark cannot go on; the text says why, with the end of the log where there is one."""


def free_ports(count: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody has; from 20000, for outgoing connections take higher ones."""
    taken: list[socket.socket] = []
    with contextlib.ExitStack() as stack:
        while len(taken) < count:
            one = stack.enter_context(socket.socket())
            with contextlib.suppress(OSError):  # somebody has it
                one.bind(("127.0.0.1", 20_000 + secrets.randbelow(10_000)))
                taken.append(one)
        return [int(one.getsockname()[1]) for one in taken]


@contextlib.contextmanager
def running(
    commands: list[Command], folder: Path, log: Path, **environment: str
) -> Iterator[list[Started]]:
    """The commands as processes in `folder`, each a session of its own; stopped at the end."""
    started: list[Started] = []
    try:
        with log.open("ab") as output:
            started.extend(_start(one, folder, output.fileno(), environment) for one in commands)
        yield started
    finally:
        stop(started)


def _start(command: Command, folder: Path, output: int, environment: dict[str, str]) -> Started:
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **COMMON, **environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def stop(started: list[Started]) -> None:
    """Ends the processes and their children, kindly first."""
    for process in started:
        _signal(process, signal.SIGTERM)
    for process in started:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        _signal(process, signal.SIGKILL)  # children may outlive the first of the session
        process.wait()


def _signal(process: Started, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def finish(command: Command, folder: Path, log: Path, **environment: str) -> None:
    """Runs a command to its end; raises BenchError when it fails."""
    with running([command], folder, log, **environment) as (process,):
        if process.wait() != 0:
            raise BenchError(f"{ended(process)}:\n{end_of(log)}")


def ended(process: Started) -> str:
    """What ended, and how."""
    command = process.args if isinstance(process.args, list) else [process.args]
    return f"{' '.join(map(str, command))} ended with exit code {process.returncode}"


def end_of(log: Path) -> str:
    """The last lines of a log."""
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-LAST_LINES:])


def memory(started: list[Started]) -> float:
    """Megabytes resident (RSS) of the processes and all their children."""
    sessions = {process.pid for process in started}
    pages = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            session, resident = session_and_pages(stat.read_text("utf-8", "replace"))
            pages += resident if session in sessions else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
