"""The residents' pages: start with the chat, and privacy."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from actions._render import button
from knowledge.build import Knowledge
from web.texts import direction, known, own_names, translator

PAGES = Path(__file__).parent / "pages"
# A weather page: neutral, public and the same for everybody.
EXIT = "https://www.dwd.de/DE/wetter/wetter_node.html"


def resident_routes(knowledge: Knowledge) -> APIRouter:
    """The routes of the pages; `?lang=` chooses the language."""
    routes = APIRouter()
    templates = Jinja2Templates(PAGES)
    msgids = (PAGES / "residents" / "labels.txt").read_text("utf-8").splitlines()

    @routes.get("/", response_class=HTMLResponse)
    async def start(request: Request, lang: str | None = None) -> HTMLResponse:
        language = known(lang)
        translate = translator(language)
        context = _common(knowledge, language) | {
            "languages": own_names(),
            "chosen": lang == language,
            "labels": {msgid: translate(msgid) for msgid in msgids if msgid},
            "starters": [
                {"label": one["title"], "payload": one["payload"]}
                for starter in knowledge.data.taxonomy.starters
                for one in [button(starter.labels[language], starter.topic)]
            ],
        }
        return templates.TemplateResponse(request, "residents/index.html", context)

    @routes.get("/privacy", response_class=HTMLResponse)
    async def privacy(request: Request, lang: str | None = None) -> HTMLResponse:
        context = _common(knowledge, known(lang))
        return templates.TemplateResponse(request, "residents/privacy.html", context)

    return routes


def _common(knowledge: Knowledge, language: str) -> dict[str, Any]:
    return {
        "_": translator(language),
        "language": language,
        "direction": direction(language),
        "emergency": [
            contact.said(language) for contact in knowledge.data.emergency if contact.on_every_page
        ],
        "exit_url": EXIT,
    }
