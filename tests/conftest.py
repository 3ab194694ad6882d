"""No test reaches the network: set before anything reads it."""

import os

os.environ["HF_HUB_OFFLINE"] = "1"
