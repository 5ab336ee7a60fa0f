"""Reading which of several offered options a reply picks, and whether it says yes, no or "the other"."""

from nlu.components.choices.choices import Reply, picks, reply_of

__all__ = ["Reply", "picks", "reply_of"]
