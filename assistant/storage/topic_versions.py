"""How often records of a topic have changed, counted in the transaction that changes them."""

from sqlalchemy import select

from assistant.services.ports import Topic
from assistant.storage.tables import TOPIC_VERSION
from assistant.storage.transaction import Transaction


class TopicVersions:
    """A counter for each topic; it moves at most once in a transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._bumped: set[Topic] = set()

    def of(self, topic: Topic) -> int:
        """The counter: 0 before the first change."""
        c = TOPIC_VERSION.c
        statement = select(c.number).where(
            c.municipality == self._transaction.municipality, c.topic == topic.value
        )
        return int(self._transaction.read(statement).scalar_one_or_none() or 0)

    def bump(self, topic: Topic) -> None:
        """Count one change."""
        if topic in self._bumped:
            return
        statement = self._transaction.insert_into(TOPIC_VERSION).on_conflict_do_update(
            index_elements=["municipality", "topic"], set_={"number": TOPIC_VERSION.c.number + 1}
        )
        row = {"municipality": self._transaction.municipality, "topic": topic.value, "number": 1}
        self._transaction.write(statement, [row])
        self._bumped.add(topic)

    def forget(self) -> None:
        """A new transaction begins: the next change counts again."""
        self._bumped.clear()
