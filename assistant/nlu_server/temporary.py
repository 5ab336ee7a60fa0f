"""Rasa for the life of one command, when nothing serves the home."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from assistant.child_process import Child
from assistant.nlu_server.address import NluAddress
from assistant.nlu_server.finding import running_nlu
from assistant.nlu_server.program import NluNotInstalled, nlu_program
from assistant.settings import Settings

START_LIMIT_S = 90.0


class NluDidNotStart(Exception):
    """Rasa ended or stayed silent while it was starting; the message says where its log is."""


@contextmanager
def nlu_for_command(settings: Settings) -> Iterator[NluAddress | None]:
    """The Rasa that a command is to ask: the one that serves the home, else one of its own.

    None when there is none to be had; why is said on stderr, and the command goes on without.
    """
    if settings.nlu == "off":
        yield None
        return
    with ExitStack() as own:
        address = running_nlu(settings)
        if address is None:
            try:
                address = own.enter_context(temporary_nlu(settings))
            except (NluNotInstalled, NluDidNotStart) as reason:
                say(f"Answering in the simplified mode, without Rasa: {reason}")
        yield address


@contextmanager
def temporary_nlu(settings: Settings) -> Iterator[NluAddress]:
    """Start Rasa, wait until it answers, and stop it at the end of the block.

    :raises NluNotInstalled: when there is no Rasa or no trained model.
    :raises NluDidNotStart: when it does not answer in time.
    """
    address = NluAddress.choose()
    program = nlu_program(settings, address)
    say("Starting Rasa for this one command (about 15 s); while `rytme serve` runs, its Rasa is used.")
    child = Child.start(program)
    try:
        wait_until_it_answers(child, address)
        address.understands()
        yield address
    finally:
        child.stop()


def wait_until_it_answers(child: Child, address: NluAddress, limit_s: float = START_LIMIT_S) -> None:
    """
    :raises NluDidNotStart: when the process ends first, or takes longer than `limit_s`.
    """
    deadline = time.monotonic() + limit_s
    while not address.answers():
        if child.exit_status() is not None:
            raise NluDidNotStart(f"Rasa ended while it was starting; see {child.program.log}")
        if time.monotonic() > deadline:
            raise NluDidNotStart(f"Rasa did not answer within {limit_s:.0f} s; see {child.program.log}")
        time.sleep(0.1)


def say(sentence: str) -> None:
    """Progress goes to stderr: stdout belongs to the answer."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
