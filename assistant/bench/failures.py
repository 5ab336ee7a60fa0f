"""Why a measurement cannot be made."""


class BenchFailed(Exception):
    """Something to be measured did not start or did not answer; the message says what to do."""
