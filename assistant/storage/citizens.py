"""Citizens in the database; the CPR number is sealed before it gets there."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Select

from assistant.domain.citizen import Citizen
from assistant.storage.cpr_vault import CprVault
from assistant.storage.rows import Rows, chunks
from assistant.storage.statements import any_of, beside_key, in_municipality
from assistant.storage.tables import CITIZEN
from assistant.storage.transaction import Transaction

_C = CITIZEN.c
# Without the CPR number: nothing has to be unsealed, so a lost key stops none of what is read so.
_OPEN = (_C.id, _C.name, _C.care_unit, _C.preferred_name, _C.birth_date, _C.address, _C.alerts)
_OF_UNITS = beside_key(CITIZEN, *_OPEN).where(any_of(_C.care_unit))
_NAMED = in_municipality(CITIZEN, *_OPEN).where(any_of(_C.id))


class SqlCitizens(Rows[Citizen, str]):
    """`ports.Citizens` on the table citizen."""

    table = CITIZEN
    sealed_columns = frozenset({"cpr_sealed"})

    def __init__(self, transaction: Transaction, *, vault: CprVault, changed: Callable[[], None]) -> None:
        super().__init__(transaction, changed=changed)
        self._vault = vault

    def of_units(self, care_units: Collection[str]) -> list[Citizen]:
        """See `ports.Citizens.of_units`."""
        return sorted(self._without_cpr(_OF_UNITS, care_units), key=lambda each: each.id)

    def named(self, ids: Collection[str]) -> dict[str, Citizen]:
        """See `ports.Citizens.named`."""
        return {each.id: each for each in self._without_cpr(_NAMED, ids)}

    def _without_cpr(self, statement: Select[Any], any_of: Collection[str]) -> Iterator[Citizen]:
        for some in chunks(set(any_of)):
            for id_, name, unit, preferred, born, address, alerts in self._read(statement, any_of=some):
                yield Citizen(id_, name, unit, preferred, None, born, address, tuple(alerts))

    def _row(self, record: Citizen) -> dict[str, Any]:
        sealed = digest = None
        if record.cpr is not None:
            # The key is made when it is first needed, and its making must be kept with the number.
            self._transaction.begin_writing()
            sealed = self._vault.seal(record.id, record.cpr)
            digest = self._vault.digest(record.cpr)
        return {
            "id": record.id,
            "name": record.name,
            "care_unit": record.care_unit,
            "preferred_name": record.preferred_name,
            "birth_date": record.birth_date,
            "address": record.address,
            "alerts": list(record.alerts),
            "cpr_sealed": sealed,
            "cpr_digest": digest,
        }

    def _record(self, row: Any) -> Citizen:
        cpr = None
        if row.cpr_sealed is not None:
            cpr = self._vault.unseal(row.id, row.cpr_sealed)
        return Citizen(
            id=row.id,
            name=row.name,
            care_unit=row.care_unit,
            preferred_name=row.preferred_name,
            cpr=cpr,
            birth_date=row.birth_date,
            address=row.address,
            alerts=tuple(row.alerts),
        )
