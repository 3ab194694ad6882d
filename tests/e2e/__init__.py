"""The real thing: both processes, the real encoder, a real browser."""
