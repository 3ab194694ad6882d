"""The stock side: the project of `rasa init` with one action on Rasa's own action server."""

from pathlib import Path
from typing import Any

from tests.bench.load import Door
from tests.bench.processes import BOT, SERVICE, Command, finish

HELLO = "Hello from the action server."
DOMAIN = "\nactions:\n  - action_hello\n"
RULE = """
- rule: Say hello anytime the user greets
  steps:
  - intent: greet
  - action: action_hello
"""
# Without quotes: Rasa fills in the environment's variables in plain scalars only.
ENDPOINT = "\naction_endpoint:\n  url: http://127.0.0.1:${STOCK_ACTION_PORT}/webhook\n"
ACTION = f"""
from rasa_sdk import Action


class ActionHello(Action):
    def name(self):
        return "action_hello"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="{HELLO}")
        return []
"""
RASA = [str(BOT), "-W", "ignore", "-m", "rasa"]


def make_stock(project: Path, log: Path) -> None:
    """Makes and trains the project; its stock configuration stays as it is."""
    project.mkdir()
    finish([*RASA, "init", "--no-prompt", "--init-dir", "."], project, log)
    extend(project)
    finish([*RASA, "train", "--fixed-model-name", "stock"], project, log)


def extend(project: Path) -> None:
    """Lets a greeting call the remote action, in rules and stories alike."""
    _append(project / "domain.yml", DOMAIN)
    _append(project / "data" / "rules.yml", RULE)
    _append(project / "endpoints.yml", ENDPOINT)
    _append(project / "actions" / "actions.py", ACTION)
    stories = project / "data" / "stories.yml"
    stories.write_text(stories.read_text("utf-8").replace("utter_greet", "action_hello"), "utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def stock_commands(port: int, action_port: int) -> list[Command]:
    """Rasa and the action server, both on loopback."""
    rasa = [*RASA, "run", "--interface", "127.0.0.1", "--port", str(port)]
    return [
        [*rasa, "--model", "models/stock.tar.gz"],
        [str(SERVICE), "-m", "rasa_sdk", "--actions", "actions", "-p", str(action_port)],
    ]


def stock_environment(action_port: int) -> dict[str, str]:
    """No path of ours; rasa-sdk listens on every interface unless told."""
    return {
        "PYTHONPATH": "",
        "SANIC_HOST": "127.0.0.1",
        "STOCK_ACTION_PORT": str(action_port),
    }


def stock_door(port: int) -> Door:
    """Rasa's REST channel."""
    return Door(f"http://127.0.0.1:{port}/webhooks/rest/webhook", _body, _good)


def _body(conversation: str, _: int) -> dict[str, str]:
    return {"sender": conversation, "message": "hello"}


def _good(answer: Any) -> bool:
    return [message.get("text") for message in answer] == [HELLO]
