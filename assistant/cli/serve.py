"""`rytme serve`: the app and Rasa on the data of this home, until Ctrl-C or SIGTERM."""

import click

from assistant.cli.context import application, settings
from assistant.processes.serve import serve


@click.command("serve")
def serve_command() -> int:
    """Start the app and Rasa on the data of this home; stop both on Ctrl-C or SIGTERM."""
    return serve(settings(), prepare=bring_up_to_date, greeting=lambda url: f"Rytme: {url}")


def bring_up_to_date() -> None:
    """Make the database, or bring an older one up to date, before several processes open it."""
    application()
