"""A bot that is told what to answer."""

from web.bot import Bot, BotUnreachableError, Message


class FakeBot(Bot):
    """Gives the messages written down; None stands for a bot that is down."""

    def __init__(self, messages: list[Message] | None, *, knows: bool = True) -> None:
        self.heard: list[tuple[str, str, str | None]] = []
        self._messages = messages
        self._knows = knows

    async def say(self, conversation: str, text: str, language: str | None) -> list[Message]:
        """Notes what it heard, and answers."""
        self.heard.append((conversation, text, language))
        if self._messages is None:
            raise BotUnreachableError
        return list(self._messages)

    async def forget(self, conversation: str) -> bool:
        """Whether it knew the conversation."""
        self.heard.append((conversation, "", None))
        if self._messages is None:
            raise BotUnreachableError
        return self._knows

    async def answers(self) -> bool:
        """Whether it is up."""
        return self._messages is not None
