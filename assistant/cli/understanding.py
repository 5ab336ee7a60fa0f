"""Who understands the sentences of one command: the Rasa that already serves, or one of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.nlu_server.temporary import nlu_for_command
from assistant.services.ports import Understander
from assistant.settings import Settings
from nlu.rasa_client import NoNlu, RasaClient

_PATIENCE_S = 20.0


@contextmanager
def understander(settings: Settings) -> Iterator[Understander]:
    """Understands for the length of the block; a Rasa started for it ends with it."""
    with nlu_for_command(settings) as address:
        if address is None:
            yield NoNlu()
            return
        # Nobody waits at a screen, and one slow answer must not leave a whole file without Rasa.
        timeout_s = max(_PATIENCE_S, settings.nlu_timeout_ms / 1000)
        client = RasaClient(address.url, token=address.token, timeout_s=timeout_s, rest_s=0.0)
        try:
            yield client
        finally:
            client.close()
