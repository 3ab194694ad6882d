"""Speaks to the bot over its loopback channel."""

from typing import Any

import httpx

Message = dict[str, Any]


class BotUnreachableError(Exception):
    """The bot is down, too slow, or answered nonsense."""


class Bot:
    """The assistant, as the door sees it."""

    def __init__(self, url: str, seconds: float) -> None:
        self._client = httpx.AsyncClient(
            base_url=f"{url}/webhooks/door", timeout=seconds, trust_env=False
        )

    async def say(self, conversation: str, text: str, language: str | None) -> list[Message]:
        """The bot's messages; raises BotUnreachableError when there are none in time."""
        body = {"conversation": conversation, "text": text, "language": language}
        answer = await self._call("POST", "/webhook", body)
        if not isinstance(answer, list) or not answer:
            raise BotUnreachableError
        return answer

    async def forget(self, conversation: str) -> bool:
        """Wipes a conversation; whether there was one."""
        answer = await self._call("DELETE", f"/conversations/{conversation}")
        if not isinstance(answer, dict) or "known" not in answer:
            raise BotUnreachableError
        return bool(answer["known"])

    async def answers(self) -> bool:
        """Whether the bot is up."""
        try:
            await self._call("GET", "/")
        except BotUnreachableError:
            return False
        return True

    async def _call(self, method: str, path: str, body: Message | None = None) -> Any:
        try:
            response = await self._client.request(method, path, json=body)
            response.raise_for_status()
            return response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise BotUnreachableError from error
