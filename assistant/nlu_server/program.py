"""How the Rasa server is started: its command, its environment, its log."""

import os
from collections.abc import Mapping
from pathlib import Path

import nlu
from assistant.child_process import ChildProgram
from assistant.nlu_server.address import LOOPBACK, NluAddress
from assistant.settings import Settings, environment_name

START = Path(__file__).with_name("start_rasa.py")
NO_CHANNELS = Path(__file__).with_name("no_channels.yml")
RASA_FOLDER = Path(nlu.__file__).with_name("rasa")

# what a foreign program needs of our environment; PYTHONPATH and the like would lead it astray
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "LD_LIBRARY_PATH")


class NluNotInstalled(Exception):
    """There is no Rasa or no trained model to start; the message says what to do."""


def nlu_program(settings: Settings, address: NluAddress) -> ChildProgram:
    """The Rasa server of this home, to listen at `address`.

    :raises NluNotInstalled: when its environment or its trained model is not there.
    """
    check_installed(settings)
    return ChildProgram(
        name="Rasa",
        command=[
            settings.nlu_python,
            str(START),
            "run",
            "--enable-api",
            "--interface",
            LOOPBACK,
            "--port",
            str(address.port),
            "--model",
            settings.nlu_model,
            "--credentials",
            str(NO_CHANNELS),
        ],
        environment=nlu_environment(os.environ)
        | {environment_name("home"): str(settings.home), "RYTME_NLU_TOKEN": address.token},
        log=settings.home / "log" / "nlu.log",
        folder=RASA_FOLDER,
    )


def nlu_environment(ours: Mapping[str, str]) -> dict[str, str]:
    """The environment of a Rasa process, made from ours."""
    return {name: ours[name] for name in INHERITED if name in ours} | {
        "PYTHONNOUSERSITE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # one sentence at a time: threads of the numeric libraries only take from each other
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TF_NUM_INTRAOP_THREADS": "1",
        "TF_NUM_INTEROP_THREADS": "1",
        "CUDA_VISIBLE_DEVICES": "-1",
        "LOG_LEVEL": "WARNING",
        "LOG_LEVEL_LIBRARIES": "ERROR",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SANIC_ACCESS_LOG": "false",
    }


def check_installed(settings: Settings) -> None:
    """
    :raises NluNotInstalled: when Rasa's Python or the trained model is not there.
    """
    for name, value in (("RYTME_NLU_PYTHON", settings.nlu_python), ("RYTME_NLU_MODEL", settings.nlu_model)):
        if not value:
            raise NluNotInstalled(f"{name} is not set; start by ./rytme, which sets it")
        if not Path(value).exists():
            raise NluNotInstalled(f"{name} is {value}, which is not there; start by ./rytme, which makes it")
