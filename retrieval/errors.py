"""What can go wrong in search; apart, so that nobody loads a model's libraries to name an error."""


class EmbedderMissing(Exception):
    """There is no such embedding model here; the message says what was looked for and what to set."""
