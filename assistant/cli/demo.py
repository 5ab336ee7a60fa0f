"""`rytme demo`: a fictional district in this home, and everything started on it."""

import io

import click

from assistant.bootstrap import Application
from assistant.cli.context import CommandFailed, application, settings
from assistant.demo.district import PASSWORD, demo_citizens, demo_lines, demo_staff
from assistant.processes.serve import say, serve
from assistant.records.reader import read_lines
from assistant.services.records import import_records


@click.command("demo")
def demo_command() -> int:
    """Load a fictional district into this home, start the app and Rasa on it, and print the logins."""
    return serve(settings(), prepare=lambda: prepare_demo(application()), greeting=greeting)


def prepare_demo(app: Application) -> None:
    """Load the district and make its logins, as far as they are not there already.

    :raises CommandFailed: when the home holds citizens of somebody else.
    """
    with app.open_work() as work:
        citizens = {each.id for each in work.citizens.everything()}
    if strangers := citizens - demo_citizens():
        raise CommandFailed(
            f"{app.settings.home} holds {len(strangers)} citizens that are not of the demo district; "
            "set RYTME_HOME to an empty folder for the demo, or start these data with `rytme serve`"
        )
    if not citizens:
        say("Loading the demo district, moved to this week")
        lines = "\n".join(demo_lines(app.clock())).encode()
        summary = import_records(app.open_work, read_lines(io.BytesIO(lines)))
        say("Loaded " + ", ".join(f"{count.total} {kind}" for kind, count in summary.counts.items()))
    _make_logins(app)


def _make_logins(app: Application) -> None:
    with app.open_work() as work:
        without = [each["id"] for each in demo_staff() if work.accounts.get(each["id"]) is None]
    for staff in without:
        app.logins.set_password(staff, PASSWORD)


def greeting(url: str) -> str:
    """What the terminal shows when the demo is ready."""
    width = max(len(each["id"]) for each in demo_staff())
    people = [
        f"  {each['id']:{width}}  {each['name']}, {each['role']}, {' + '.join(each['care_units'])}"
        for each in demo_staff()
    ]
    return "\n".join([f"Rytme: {url}", f"Logins, all with the password {PASSWORD}:", *people])
