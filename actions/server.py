"""The webhook that Rasa calls: rasa-sdk's executor behind one small route, on loopback only."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

# Our actions read no domain, and Rasa's selective domain sends none; the sdk wants the key.
NO_DOMAIN: dict[str, Any] = {"domain": {}}


def action_app() -> FastAPI:
    """The app that runs our actions; errors in the form that Rasa reads."""
    executor = ActionExecutor()
    executor.register_package("actions")
    app = FastAPI(openapi_url=None)

    @app.post("/webhook")
    async def run(request: Request) -> JSONResponse:
        try:
            result = await executor.run(NO_DOMAIN | await request.json())
        except ActionExecutionRejection as error:
            return _refused(400, str(error), error.action_name)
        except ActionNotFoundException as error:
            return _refused(404, str(error), error.action_name)
        return JSONResponse(result.model_dump() if result else {"events": [], "responses": []})

    return app


def _refused(status: int, reason: str, action: str) -> JSONResponse:
    return JSONResponse({"error": reason, "action_name": action}, status)
