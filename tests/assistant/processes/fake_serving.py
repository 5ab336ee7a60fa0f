"""The supervisor over stand-ins, as a process of its own that a test can signal and kill.

`python fake_serving.py HOME APP NLU`: APP and NLU name functions of `fake_servers` ("-" for no NLU).
Prints `ready PORT-OF-NLU` when both answer.
"""

import os
import sys
from pathlib import Path

from assistant.child_process import ChildProgram
from assistant.nlu_server.address import NluAddress
from assistant.processes.app_program import app_status
from assistant.processes.backoff import Backoff
from assistant.processes.home_claim import HomeClaim
from assistant.processes.nlu_keeper import NluKeeper
from assistant.processes.supervisor import Supervisor

SERVERS = Path(__file__).with_name("fake_servers.py")


def program(home: Path, name: str, server: str, address: NluAddress) -> ChildProgram:
    return ChildProgram(
        name=name,
        command=[sys.executable, str(SERVERS), server, str(address.port)],
        environment=os.environ,
        log=home / "log" / f"{name}.log",
        grace_s=1.0,
    )


def say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def announce(port: int) -> None:
    sys.stdout.write(f"ready {port}\n")
    sys.stdout.flush()


def main(home: Path, app: str, nlu: str) -> int:
    app_address, nlu_address = NluAddress.choose(), NluAddress.choose()
    keeper = NluKeeper(
        program(home, "nlu", nlu, nlu_address),
        answers=nlu_address.answers,
        say=say,
        backoff=Backoff(first_s=0.1),
        ask_every_s=0.1,
    )
    with HomeClaim(home):
        return Supervisor(
            program(home, "app", app, app_address),
            app_answers=lambda: app_status(app_address.url) == 200,
            nlu=None if nlu == "-" else keeper,
            say=say,
            on_ready=lambda: announce(nlu_address.port),
        ).run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
