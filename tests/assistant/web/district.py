"""A small invented district: who works there, who lives there, and what is planned."""

from dataclasses import replace
from datetime import date, datetime, time

from assistant.domain.answer import Answer, AnswerKind, Option, Quote, Task
from assistant.domain.care_unit import CareUnit
from assistant.domain.citizen import Citizen
from assistant.domain.doegnrytmeplan import Completion, Outcome, PlannedHelp
from assistant.domain.staff import Role, Staff
from assistant.domain.wall_clock import wall_time
from assistant.domain.window import Window
from assistant.services.ports import UnitOfWork
from assistant.services.wording_plan import citizen_option, plan_text, round_text
from knowledge.guidance import Guidance, Kind

DAY = date(2026, 11, 23)
NOW = wall_time(DAY, time(13, 52))
WINDOW = Window(wall_time(DAY, time(8)), wall_time(DAY, time(15)))
PASSWORD = "lille pony på grøn mark"

CARE_UNITS = [CareUnit("nord", "Hjemmeplejen Nord"), CareUnit("aa", "Hjemmeplejen Å")]

STAFF = [
    Staff("samir", "Samir Haddad", Role.CARE_HELPER, ("nord",)),
    Staff("anna", "Anna Brandt", Role.CARE_ASSISTANT, ("nord",)),
    Staff("lone", "Lone Vestergaard", Role.NURSE, ("nord", "aa")),
    Staff("mikkel", "Mikkel Thorsen", Role.CARE_HELPER, ("aa",)),
    Staff("bodil", "Bodil Krag", Role.CURATOR, ("nord",)),
]

JENS = Citizen(
    "b-001",
    "Jens Holm",
    "nord",
    address="Birkevang 14, 1. tv.",
    birth_date=date(1941, 3, 14),
    alerts=("CAVE: penicillin", "Synkebesvær – al drikke fortykkes", "Blodfortyndende: Eliquis"),
)
KIRSTEN_A = Citizen(
    "b-002", "Kirsten Abildgaard", "nord", address="Kirsebærhaven 3", birth_date=date(1938, 7, 2)
)
KIRSTEN_M = Citizen(
    "b-003",
    "Kirsten Mørk",
    "nord",
    preferred_name="Kis",
    address="Bødkerstræde 27",
    alerts=("KOL – ilt 1,5 l/min, aldrig over 2",),
)
FOREIGN = Citizen("b-900", "Otto Ravnkilde", "aa", address="Åvej 2", alerts=("Pacemaker",))
CITIZENS = [JENS, KIRSTEN_A, KIRSTEN_M, FOREIGN]

SLING = Guidance(
    "h-001",
    Kind.HANDLEANVISNING,
    "b-001",
    "Jens Holm: slynge og påklædning",
    "## Før du begynder\n\n1. Slyngen på, *før* han sætter sig op.\n2. Højre ærme først.\n"
    "3. Træk aldrig i højre arm.\n\n**Observér:** hævelse i højre hånd.\n"
    "**Kontakt sygeplejersken:** nye smerter i skulderen.",
    revision=3,
    approved_by="lone",
)
DRINK = Guidance(
    "h-003",
    Kind.HANDLEANVISNING,
    "b-001",
    "Jens Holm: fortykket drikke",
    "1. Tre skefulde pulver til to deciliter.\n2. Rør i et halvt minut, og lad det stå i to.\n\n"
    "<script>alert(1)</script> [læs](javascript:alert(2)) ![x](http://example.org/x.png)",
    approved_by="lone",
)
WASH = Guidance("i-004", Kind.INSTRUKS, None, "Håndhygiejne", "1. Sprit i 30 sekunder.\n2. Lad tørre.")
GUIDANCE = [SLING, DRINK, WASH]

PLANS = [
    PlannedHelp(
        "d-001",
        "b-001",
        "Morgenpleje og påklædning",
        time(7, 30),
        time(8, 15),
        guidance=("h-001",),
        remark="Træk aldrig i højre arm. Slyngen på, før han sætter sig op.",
    ),
    PlannedHelp("d-002", "b-001", "Frokost", time(12), time(12, 30), guidance=("h-003",)),
    PlannedHelp(
        "d-003",
        "b-001",
        "Sårpleje på venstre hæl",
        time(14),
        time(14, 30),
        guidance=("h-001", "h-003"),
        least_role=Role.NURSE,
        remark="Kun saltvand. Ring til lægen, hvis der er lugt.",
    ),
    PlannedHelp(
        "d-004", "b-003", "Ilt kontrolleres", time(14, 15), time(14, 25), least_role=Role.CARE_ASSISTANT
    ),
    PlannedHelp("d-005", "b-001", "Et glas fortykket saft", time(14, 45), time(15)),
    PlannedHelp("d-900", "b-900", "Aftenpleje", time(20), time(20, 30)),
]
COMPLETIONS = [
    Completion("d-001", DAY, "samir", wall_time(DAY, time(8, 9)), Outcome.AS_PLANNED),
    Completion("d-002", DAY, "anna", wall_time(DAY, time(12, 40)), Outcome.NOT_DONE, "ville ikke spise"),
]


def tasks() -> tuple[Task, ...]:
    """Everything planned for Jens on `DAY`."""
    done = {each.planned_help: each for each in COMPLETIONS}
    return tuple(
        Task(each.on(DAY), each.guidance, done.get(each.id)) for each in PLANS if each.citizen == "b-001"
    )


def quote(guidance: Guidance, score: float = 1.0) -> Quote:
    """The whole text of a guidance."""
    return Quote(
        guidance.id,
        guidance.revision,
        guidance.title,
        guidance.text,
        score,
        guidance.approved_by,
        guidance.citizen,
    )


def answers() -> dict[str, Answer]:
    """One answer of each kind that the page shows, by the word that asks the fake for it."""
    round_tasks = (*tasks(), *(Task(each.on(DAY)) for each in PLANS if each.citizen == "b-003"))
    in_order = tuple(sorted(round_tasks, key=lambda each: each.occurrence.start))
    names = {each.id: each for each in CITIZENS}
    plan = Answer(
        AnswerKind.PLAN,
        plan_text(JENS, WINDOW, tasks(), None, now=NOW),
        citizen=JENS,
        window=WINDOW,
        tasks=tasks(),
        passages=(quote(SLING), quote(DRINK)),
    )
    return {
        "plan": plan,
        "tomt": Answer(
            AnswerKind.PLAN, "Jens Holm, i nat: der står intet på planen.", citizen=JENS, window=WINDOW
        ),
        "runde": Answer(
            AnswerKind.ROUND, round_text(names, WINDOW, in_order, now=NOW), window=WINDOW, tasks=in_order
        ),
        "hvordan": Answer(
            AnswerKind.GUIDANCE,
            f"Jens Holm: fundet i {SLING.title} (revision 3).\n{SLING.text}",
            citizen=JENS,
            passages=(quote(SLING, 0.83), quote(WASH, 0.41)),
        ),
        "hvem": Answer(
            AnswerKind.CLARIFY,
            "Der er flere, det kan være, når du skriver “Kirsten”. Hvem mener du?",
            options=(citizen_option(KIRSTEN_A, NOW), citizen_option(KIRSTEN_M, NOW)),
        ),
        "b-003": Answer(AnswerKind.PLAN, "Kirsten Mørk, i dag:", citizen=KIRSTEN_M, window=WINDOW),
        "112": Answer(
            AnswerKind.EMERGENCY,
            "Ring 112 først. Bliv hos borgeren.",
            citizen=JENS,
            passages=(quote(WASH),),
        ),
        "ukendt": Answer(
            AnswerKind.NOT_FOUND, "Jeg finder ingen “Ukendt” blandt de borgere, du har adgang til."
        ),
        "forenklet": replace(plan, simplified=True),
    }


def other_option() -> Option:
    """A choice whose label would be code, if it were not escaped."""
    return Option("<b>Kirsten</b>", "b-003")


def at(hour: int, minute: int = 0) -> datetime:
    """A time on `DAY`."""
    return wall_time(DAY, time(hour, minute))


def put_everything(work: UnitOfWork) -> None:
    """Store the whole district; the caller commits."""
    work.care_units.put(CARE_UNITS)
    work.staff.put(STAFF)
    work.citizens.put(CITIZENS)
    work.guidance.put(GUIDANCE)
    work.plans.put(PLANS)
    work.completions.put(COMPLETIONS)
