"""Rasa's call of the action server, made fast and made safe.

Rasa validates each answer with a JSON schema that never changes, and checks that schema itself
again at every call: two thirds of a turn. Here the schema is checked once, and the conversation so
far, which our actions do not read, is not sent along with every call. And where the action
server can't be reached, the person gets emergency numbers instead of silence.
"""

from __future__ import annotations

import asyncio
import logging
from functools import cache
from typing import Any

import aiohttp
import rasa
from jsonschema import Draft7Validator, ValidationError
from rasa.core.actions import action
from rasa.core.actions.action import ActionBotResponse, ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import ClientResponseError

logger = logging.getLogger(__name__)
FAILURES = (
    RasaException,
    ClientResponseError,
    ValidationError,
    aiohttp.ClientError,
    asyncio.TimeoutError,
)
UNREACHABLE = "utter_unreachable"


@cache
def _validator() -> Draft7Validator:
    schema = RemoteAction.action_response_format_spec()
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


class SafeRemoteAction(RemoteAction):
    """A remote action whose failure still helps."""

    def _action_call_format(self, tracker: DialogueStateTracker, _: Domain) -> dict[str, Any]:
        """Slots and the latest message: our actions read no domain and no earlier events."""
        return {
            "next_action": self.name(),
            "sender_id": tracker.sender_id,
            "tracker": tracker.current_state(EventVerbosity.NONE),
            "version": rasa.__version__,
        }

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        _validator().validate(result)
        return True

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """The action's events; the emergency numbers where it can't be reached."""
        try:
            return list(await super().run(output_channel, nlg, tracker, domain))
        except ActionExecutionRejection:
            raise
        except FAILURES as error:
            reason = type(error.__cause__ or error)
            logger.error("Action %s failed: %s", self.name(), reason)  # noqa: TRY400 - no text
            fallback = ActionBotResponse(UNREACHABLE)
            return list(await fallback.run(output_channel, nlg, tracker, domain))


def install() -> None:
    """Makes Rasa use it: Rasa offers no setting for the class of remote actions."""
    action.RemoteAction = SafeRemoteAction
