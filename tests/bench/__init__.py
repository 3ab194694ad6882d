"""Speed of Hilfelotse beside a stock Rasa assistant, on the same machine in the same run."""
