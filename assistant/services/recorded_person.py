"""The citizen's own data: alerts, verbatim, and age, birthday and address."""

from datetime import date

from assistant.domain.wall_clock import local_day
from assistant.services.recorded import Recorded, RecordQuestion
from assistant.services.recorded_notes import COVERAGE_NEEDED, covering, notes_on_topic
from assistant.services.wording import say, words_of
from nlu.components.record_facets import alert_sort_told, standing_words


def recorded_alerts(question: RecordQuestion) -> Recorded:
    """The alerts of the sort asked for; a question about one thing ("tåler hun penicillin") asks for that.

    Where no alert says it, a note may.
    """
    sorts = question.facets.alerts
    fitting = [each for each in question.citizen.alerts if any(alert_sort_told(sort, each) for sort in sorts)]
    of_one_thing = "intolerance" in sorts and "any" not in sorts and not question.asks_what
    about = question.searched if of_one_thing else ()
    if about:
        shares = covering(fitting, about)
        fitting = [each for each, share in zip(fitting, shares, strict=True) if share >= COVERAGE_NEEDED]
    if fitting:
        return Recorded(tuple(say("record.alert", alert=each) for each in fitting))
    told = _told_in_notes(question)
    if told.found:
        return told
    name = question.citizen.name
    if about:
        lacking = say("record.no_alert_about", topic=" ".join(about), citizen=name)
    else:
        lacking = say("record.no_alert", sort=say(f"record.alert_{sorts[0]}"), citizen=name)
    return Recorded((lacking,), found=False)


def alerts_on_topic(question: RecordQuestion) -> Recorded | None:
    """The alerts that answer the topic of a question ("hvem tolker", "har hun sukkersyge"); None for none."""
    alerts = question.citizen.alerts
    shares = covering(alerts, standing_words(question.searched))
    fitting = [each for each, share in zip(alerts, shares, strict=True) if share >= COVERAGE_NEEDED]
    return Recorded(tuple(say("record.alert", alert=each) for each in fitting)) if fitting else None


def recorded_person(question: RecordQuestion) -> Recorded:
    """Age, birthday and address, as far as they are recorded; the CPR number is never shown."""
    lines = {name: _personal(question, name) for name in question.facets.personal}
    name = question.citizen.name
    return Recorded(
        tuple(line or say(f"record.no_{facet}", citizen=name) for facet, line in lines.items()),
        found=any(lines.values()),
    )


def _told_in_notes(question: RecordQuestion) -> Recorded:
    """Notes that speak of the alert asked for: of its thing, else of its subject by any of its words."""
    topic = question.searched or tuple(say(f"record.alert_word_{sort}") for sort in question.facets.alerts)
    return notes_on_topic(question, topic)


def _personal(question: RecordQuestion, facet: str) -> str | None:
    citizen = question.citizen
    match facet:
        case "age" if citizen.birth_date:
            age = citizen.age_on(local_day(question.asker.at))
            return say("record.age", citizen=citizen.name, age=age, date=_date(citizen.birth_date))
        case "birthday" if citizen.birth_date:
            return say("record.birthday", citizen=citizen.name, date=_date(citizen.birth_date))
        case "address" if citizen.address:
            return say("record.address", citizen=citizen.name, address=citizen.address)
    return None


def _date(day: date) -> str:
    return say("record.date", number=day.day, month=words_of("months.names")[day.month - 1], year=day.year)
