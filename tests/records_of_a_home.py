"""A few records that belong together, for tests that need some and do not mind which."""

from datetime import UTC, date, datetime, time

from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, Outcome, PlannedHelp
from assistant.domain.note import FollowUp, Measurement, Note, NotedCondition
from assistant.domain.staff import Role, Staff
from assistant.services.ports import UnitOfWork
from knowledge.guidance import Guidance, Kind

CPR = "0605389876"
DAY = date(2026, 11, 23)


def at(hour: int, minute: int = 0) -> datetime:
    """A moment of `DAY`, in UTC."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


SOLSIDEN = CareUnit("u-1", "Solsiden")
VESTER = CareUnit("u-2", "Vestermark")
ANNA = Staff("anna", "Anna Riis", Role.CARE_HELPER, ("u-1",))
KARIN = Staff("karin", "Karin Toft", Role.NURSE, ("u-2", "u-1"), "karin@eksempel.invalid")
JENS = Citizen(
    id="b-1", name="Jens Holm", care_unit="u-1", preferred_name="Basse", cpr=CPR,
    birth_date=date(1938, 5, 6), address="Åkandevej 2", alerts=("CAVE: penicillin", "Faldrisiko"),
)  # fmt: skip
OLE = Citizen("b-2", "Ole Bruun", "u-2")
BATH = Guidance("h-1", Kind.HANDLEANVISNING, "b-1", "Bad", "1. Varm badeværelset op.", valid_from=DAY)
FALL = Guidance("i-1", Kind.INSTRUKS, None, "Fald", "1. Bliv hos borgeren.")
MORNING = PlannedHelp(
    id="d-1", citizen="b-1", title="Morgenpleje", start=time(8), end=time(8, 30), guidance=("h-1", "i-1"),
    remark="Husk stokken",
)  # fmt: skip
NIGHT = PlannedHelp("d-2", "b-2", "Tilsyn", time(23, 30), time(0, 15))
NOTE = Note(
    id="n-1", citizen="b-1", author="karin", at=at(9), text="Vægt 78,2 kg. Blodtryk 138/76.",
    conditions=(NotedCondition("", "I4.4", "", "", "present", text="Vægt", span=(0, 4)),),
    measurements=(
        Measurement("weight", "kg", value=78.2, span=(5, 9)),
        Measurement("blood_pressure", "mm[Hg]", systolic=138, diastolic=76),
    ),
    follow_ups=(FollowUp("Vejes igen", due=date(2026, 11, 30), for_whom="nurse"),),
)  # fmt: skip
DONE = Completion("d-1", DAY, "anna", at(8, 40), Outcome.AS_PLANNED)


def put_home(work: UnitOfWork) -> None:
    """Put all of the records above; nothing is kept before `commit`."""
    work.care_units.put([SOLSIDEN, VESTER])
    work.staff.put([ANNA, KARIN])
    work.citizens.put([JENS, OLE])
    work.guidance.put([BATH, FALL])
    work.plans.put([MORNING, NIGHT])
    work.notes.put([NOTE])
    work.completions.put([DONE])
