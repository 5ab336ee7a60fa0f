"""The Rasa server as a process: started, found and stopped here. `nlu.rasa_client` speaks with it."""

from assistant.nlu_server.address import NluAddress
from assistant.nlu_server.finding import announced_nlu, running_nlu
from assistant.nlu_server.temporary import nlu_for_command, temporary_nlu

__all__ = ["NluAddress", "announced_nlu", "nlu_for_command", "running_nlu", "temporary_nlu"]
