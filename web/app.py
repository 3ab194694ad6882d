"""The public door: pages, chat and health, with the same safe headers everywhere."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from knowledge.build import Knowledge
from web.bot import Bot
from web.chat import chat_routes
from web.guard import RefusedError
from web.residents import resident_routes
from web.texts import known, translator

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SENTENCES = {"too_long": "A message can have 2000 characters at most."}
OTHERWISE = "That did not work. Nothing that you wrote is lost."


def door(knowledge: Knowledge, bot: Bot) -> FastAPI:
    """The app behind the public port."""
    app = FastAPI(title="Hilfelotse", openapi_url=None)
    app.include_router(chat_routes(knowledge, bot))
    app.include_router(resident_routes(knowledge))
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))

    @app.get("/health")
    async def health() -> dict[str, str | int]:
        return {
            "service": "up",
            "bot": "up" if await bot.answers() else "down",
            "offers": len(knowledge.data.corpus.offers),
            "encoder": knowledge.encoder,
        }

    @app.middleware("http")
    async def with_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        response.headers.update(HEADERS)
        return response

    @app.exception_handler(RefusedError)
    async def refuse(request: Request, error: RefusedError) -> JSONResponse:
        language = known(request.headers.get("accept-language", "")[:2])
        sentence = translator(language)(SENTENCES.get(error.code, OTHERWISE))
        said = {"code": error.code, "message": sentence, "detail": error.detail}
        return JSONResponse({"error": said}, error.status)

    return app
