"""Everything plugged together: the only file that chooses among the adapters.

Each plug can be replaced by an argument, which is how tests bring their fakes.
"""

import logging
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.domain.wall_clock import COPENHAGEN
from assistant.nlu_server.finding import announced_nlu
from assistant.services.accounts import LocalLogins
from assistant.services.care_plans import CarePlans
from assistant.services.conversation import Conversation
from assistant.services.dense_search import DenseSearch, VectorKey
from assistant.services.embedding_thread import EmbeddingThread
from assistant.services.people import People
from assistant.services.ports import Clock, OpenWork, Understander
from assistant.settings import Settings
from assistant.storage import Storage, open_storage
from nlu.rasa_client import NoNlu, RasaClient

if TYPE_CHECKING:
    from retrieval.ports import Embedder, VectorIndex


@dataclass(frozen=True, slots=True)
class Application:
    """The services, with what they were made of. `storage` is None where a fake was handed in.

    `dense` searches by meaning once `embedding` was started and has loaded its model; whoever serves
    starts it. `embedding` is None where the settings say to do without.
    """

    settings: Settings
    open_work: OpenWork
    storage: Storage | None
    nlu: Understander
    clock: Clock
    conversation: Conversation
    care_plans: CarePlans
    people: People
    logins: LocalLogins
    dense: DenseSearch
    embedding: EmbeddingThread | None


def bootstrap(
    settings: Settings,
    *,
    open_work: OpenWork | None = None,
    nlu: Understander | None = None,
    clock: Clock | None = None,
) -> Application:
    """The application on the data of `settings.home`, whose database is made or brought up to date.

    :param nlu: who understands sentences; None takes the Rasa that serves this home, if any does.
    :raises StorageFailed: when the database cannot be used; the message says what to do.
    """
    # At INFO, httpx writes every address it calls, and Rasa's holds its token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    storage = None
    if open_work is None:
        storage = open_storage(
            settings.database_url,
            municipality=settings.municipality,
            keys_folder=settings.home / "keys",
        )
        storage.migrate()
        open_work = storage.open_work
    nlu = nlu or _announced(settings)
    dense = DenseSearch(_vector_index)
    return Application(
        settings=settings,
        open_work=open_work,
        storage=storage,
        nlu=nlu,
        clock=clock or now,
        conversation=Conversation(
            open_work,
            nlu=nlu,
            message_limit=settings.message_limit,
            nearer=dense,
            least_evidence=float(settings.least_evidence) if settings.least_evidence else None,
        ),
        care_plans=CarePlans(open_work),
        people=People(open_work),
        logins=LocalLogins(open_work),
        dense=dense,
        embedding=_embedding(settings, open_work, dense),
    )


def now() -> datetime:
    """The time on the clock on the wall."""
    return datetime.now(COPENHAGEN)


def _announced(settings: Settings) -> Understander:
    address = announced_nlu(settings) if settings.nlu == "auto" else None
    if address is None:
        return NoNlu()
    return RasaClient(address.url, token=address.token, timeout_s=settings.nlu_timeout_ms / 1000)


def _embedding(settings: Settings, open_work: OpenWork, dense: DenseSearch) -> EmbeddingThread | None:
    if settings.embedder == "off":
        return None
    return EmbeddingThread(
        open_work, dense, load=_load_embedder, model=settings.embedder, name_of=_name_of, say=_say
    )


def _vector_index(dimension: int) -> "VectorIndex[VectorKey]":
    from retrieval.dense_index import DenseIndex  # FAISS takes 0.3 s to load

    return DenseIndex(dimension)


def _load_embedder(name: str) -> "Embedder":
    from retrieval.embedder import load_embedder  # torch takes 6 s to load

    return load_embedder(name)


def _name_of(model: str) -> str:
    from retrieval.embedder import name_of

    return name_of(model)


def _say(sentence: str) -> None:
    sys.stderr.write(f"Search: {sentence}\n")
    sys.stderr.flush()
