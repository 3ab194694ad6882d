"""The chat: POST /chat, DELETE /chat/{conversation}."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from knowledge.build import Knowledge
from web.bot import Bot, BotUnreachableError, Message
from web.fallback import plain_answer, plain_search
from web.guard import RefusedError, check_conversation, read_request
from web.texts import known


def chat_routes(knowledge: Knowledge, bot: Bot) -> APIRouter:
    """The routes of the chat."""
    routes = APIRouter()

    @routes.post("/chat")
    async def say(request: Request) -> JSONResponse:
        asked = read_request(await request.body(), knowledge.data.taxonomy)
        language = asked.language if asked.language == known(asked.language) else None
        try:
            messages = await bot.say(asked.conversation, asked.text, language)
        except BotUnreachableError:
            messages = plain_answer(knowledge, asked.text, known(language))
            return JSONResponse({"messages": messages, "degraded": True})
        if _search_failed(messages):
            messages += plain_search(knowledge, asked.text, known(language))
            return JSONResponse({"messages": messages, "degraded": True})
        return JSONResponse({"messages": messages})

    @routes.delete("/chat/{conversation}")
    async def forget(conversation: str) -> JSONResponse:
        check_conversation(conversation)
        try:
            found = await bot.forget(conversation)
        except BotUnreachableError:
            return JSONResponse({"forgotten": True, "degraded": True})
        if not found:
            raise RefusedError("unknown_conversation", 404, "no such conversation")
        return JSONResponse({"forgotten": True})

    return routes


def _search_failed(messages: list[Message]) -> bool:
    """Whether the bot could not reach its actions and said so."""
    return any(message.get("danger") == "none" for message in messages)
