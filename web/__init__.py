"""The door that residents use: the page, the chat, and what helps when the bot does not answer."""
