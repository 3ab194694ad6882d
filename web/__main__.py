"""Runs the service: the public door and, on loopback, the webhook for Rasa's actions."""

import asyncio
import secrets
import signal
import sys

import uvicorn
from fastapi import FastAPI

from actions import _service
from actions.server import action_app
from knowledge.build import load_knowledge
from knowledge.encoder import load_encoder
from knowledge.errors import HilfelotseError
from knowledge.settings import Settings
from web.app import door
from web.bot import Bot, BotUnreachableError

LOOPBACK = "127.0.0.1"


def main() -> int:
    """Starts both servers; exit code 1 and one clear text when something is missing."""
    settings = Settings()
    try:
        knowledge = load_knowledge(settings.build, load_encoder(settings.encoder, settings.build))
    except HilfelotseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _service.use(knowledge)
    bot = Bot(settings.bot_url, settings.bot_seconds)
    servers = [
        _server(door(knowledge, bot), settings.host, settings.port),
        _server(action_app(), LOOPBACK, settings.action_port),
    ]
    asyncio.run(_serve(servers, bot, f"http://{settings.host}:{settings.port}"))
    return 0


def _server(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """A server that logs no access: the addresses of people are in no log."""
    config = uvicorn.Config(app, host, port, access_log=False, log_level="warning")
    return uvicorn.Server(config)


async def _serve(servers: list[uvicorn.Server], bot: Bot, address: str) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, _stop, servers)
    ready = loop.create_task(_say_when_ready(bot, address))
    await asyncio.gather(*(server._serve() for server in servers))  # noqa: SLF001 - `serve` would take the signals for one of them
    ready.cancel()


def _stop(servers: list[uvicorn.Server]) -> None:
    for server in servers:
        server.should_exit = True


async def _say_when_ready(bot: Bot, address: str) -> None:
    while not await _warm(bot):  # noqa: ASYNC110 - the bot is another process
        await asyncio.sleep(0.5)
    sys.stdout.write(f"\n  Hilfelotse is ready: {address}\n\n")
    sys.stdout.flush()


async def _warm(bot: Bot) -> bool:
    """Whether the bot has answered once: its first answer takes seconds, later ones don't."""
    conversation = secrets.token_urlsafe(16)
    try:
        await bot.say(conversation, "Guten Tag, ich suche Hilfe", None)
        await bot.forget(conversation)
    except BotUnreachableError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
