"""`make bench`: the table of speeds; `--quick` only shows that the benchmark works."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx

from tests.bench.figures import Measured, markdown, rows, share_good
from tests.bench.load import TURNS
from tests.bench.processes import BOT, SERVICE, BenchError
from tests.bench.sides import FULL, QUICK, Counts, measured, our_side, say, stock_side

ENOUGH = 0.95  # share of good answers below which the speeds say nothing
HEAD = ("", "stock Rasa", "Hilfelotse", "ratio")
INTERRUPTED = 130
VERSION = "import platform; print(platform.python_version())"


def main() -> int:
    """Measures both sides and prints the table; 1 when the figures can't be trusted."""
    counts = QUICK if _arguments().quick else FULL
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)  # so that everything is stopped
    try:
        with tempfile.TemporaryDirectory(prefix="hilfelotse-bench-") as folder:
            return _run(Path(folder), counts)
    except (BenchError, httpx.HTTPError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="few messages: the figures mean nothing"
    )
    return parser.parse_args()


def _run(folder: Path, counts: Counts) -> int:
    machine = _machine()
    say(machine)
    stock, ours = (measured(side(folder), counts) for side in (stock_side, our_side))
    say(f"\n{markdown(HEAD, rows(stock, ours))}\n\n{machine}")
    say(f"{_counted(counts)}; a conversation has {TURNS} messages.")
    return 0 if _trusted(stock, ours) else 1


def _trusted(*sides: Measured) -> bool:
    if all(share_good(side) >= ENOUGH for side in sides):
        return True
    sys.stderr.write(f"Less than {ENOUGH:.0%} of the answers were good: don't trust the speeds.\n")
    return False


def _counted(counts: Counts) -> str:
    loads = [f"{messages} messages at {users}" for users, messages in counts.messages.items()]
    return f"Messages: {counts.warm_up} to warm up, then {', '.join(loads)} at a time"


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return (
        f"Machine: {cores} cores, load {os.getloadavg()[0]:.1f} before; "
        f"Python {_version(BOT)} (Rasa, both sides), {_version(SERVICE)} (actions and service)."
    )


def _version(python: Path) -> str:
    if not python.exists():
        raise BenchError(f"{python.parents[1].name} is missing: run `make setup`")
    return subprocess.check_output([python, "-c", VERSION], text=True).strip()


if __name__ == "__main__":
    sys.exit(main())
