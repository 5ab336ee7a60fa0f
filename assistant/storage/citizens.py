"""Citizens in the database; the CPR number is sealed before it gets there."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import select

from assistant.domain.citizen import Citizen
from assistant.storage.cpr_vault import CprVault
from assistant.storage.rows import Rows, chunks
from assistant.storage.tables import CITIZEN
from assistant.storage.transaction import Transaction


class SqlCitizens(Rows[Citizen, str]):
    """`ports.Citizens` on the table citizen."""

    table = CITIZEN
    sealed_columns = frozenset({"cpr_sealed"})

    def __init__(self, transaction: Transaction, *, vault: CprVault, changed: Callable[[], None]) -> None:
        super().__init__(transaction, changed=changed)
        self._vault = vault

    def of_units(self, care_units: Collection[str]) -> list[Citizen]:
        """See `ports.Citizens.of_units`: no CPR number is read, and so none is unsealed."""
        c = CITIZEN.c
        roster = select(c.id, c.name, c.care_unit, c.preferred_name, c.birth_date, c.address, c.alerts)
        found: list[Citizen] = []
        for units in chunks(set(care_units)):
            for id_, name, unit, preferred, born, address, alerts in self._read(
                roster.where(self._here_beside_key(), c.care_unit.in_(units))
            ):
                found.append(Citizen(id_, name, unit, preferred, None, born, address, tuple(alerts)))
        return sorted(found, key=lambda each: each.id)

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
