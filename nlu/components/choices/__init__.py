"""Reading which of several offered options a reply picks, and whether it says yes or no."""

from nlu.components.choices.choices import Reply, extreme, picks, reply_of

__all__ = ["Reply", "extreme", "picks", "reply_of"]
