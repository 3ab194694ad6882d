"""The assistant's side of Rasa: understanding of the dialogue, danger, and the door's channel."""
