"""The use cases, each read top to bottom in one file, with what they need handed in as ports."""
