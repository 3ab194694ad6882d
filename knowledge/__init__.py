"""What Hilfelotse knows: offers, places, how people say what they need, the search."""
