"""What may come in: sizes, ids, and only those shortcuts that we sent ourselves."""

import json
import re
import unicodedata
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.taxonomy import Taxonomy

LONGEST_TEXT = 2000
LONGEST_BODY = 12 * LONGEST_TEXT + 1000  # bytes: JSON may write a character as \ud83d\ude00
CONVERSATION = re.compile(r"^[A-Za-z0-9_-]{16,64}$")
SHORTCUT = re.compile(r'^/(?:more|restart|choose\{"topic": "(?P<topic>[a-z_]+)"\})$')
KEPT_CONTROLS = "\n\t\u200c\u200d"  # the joiners belong to Persian spelling

Code = Literal[
    "not_json", "wrong_type", "empty", "too_long", "bad_conversation", "unknown_conversation"
]


class RefusedError(Exception):
    """A request that is not taken; `code` for programs, `detail` for developers."""

    def __init__(self, code: Code, status: int, detail: str) -> None:
        self.code, self.status, self.detail = code, status, detail
        super().__init__(detail)


class ChatRequest(BaseModel):
    """The body of POST /chat."""

    model_config = ConfigDict(strict=True, extra="ignore")

    conversation: str
    text: str
    language: str | None = None


def read_request(body: bytes, taxonomy: Taxonomy) -> ChatRequest:
    """The checked request, its text made plain; raises RefusedError."""
    if len(body) > LONGEST_BODY:
        raise RefusedError("too_long", 413, f"text may have {LONGEST_TEXT} characters")
    try:
        content = json.loads(body)
    except ValueError as error:
        raise RefusedError("not_json", 400, "the body must be JSON") from error
    try:
        request = ChatRequest.model_validate(content)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or "body"
        raise RefusedError("wrong_type", 422, f"{where}: {error.errors()[0]['msg']}") from error
    check_conversation(request.conversation)
    return request.model_copy(update={"text": checked_text(request.text, taxonomy)})


def check_conversation(conversation: str) -> None:
    """Raises RefusedError unless the id is one that nobody could guess."""
    if not CONVERSATION.fullmatch(conversation):
        detail = "conversation must be 16 to 64 random letters, digits, - or _"
        raise RefusedError("bad_conversation", 422, detail)


def checked_text(text: str, taxonomy: Taxonomy) -> str:
    """The text without control characters; a shortcut that we never sent becomes plain text."""
    plain = "".join(letter for letter in text if _kept(letter)).strip()
    if not plain:
        raise RefusedError("empty", 422, "text is empty")
    if len(plain) > LONGEST_TEXT:
        raise RefusedError("too_long", 413, f"text may have {LONGEST_TEXT} characters")
    shortcut = SHORTCUT.match(plain)
    if shortcut and (shortcut["topic"] is None or shortcut["topic"] in taxonomy.by_code):
        return plain
    return plain.lstrip("/ ") or "?"


def _kept(letter: str) -> bool:
    return letter in KEPT_CONTROLS or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co"}
