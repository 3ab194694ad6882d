"""What Hilfelotse knows: offers, places, how people say what they need, and the search over them."""
