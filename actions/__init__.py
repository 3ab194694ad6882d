"""What the assistant does beside talking: one skill a file, thin, over the knowledge."""
