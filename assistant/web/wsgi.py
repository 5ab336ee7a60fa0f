"""Where gunicorn finds the app: `gunicorn assistant.web.wsgi:app`."""

from assistant.bootstrap import bootstrap
from assistant.services.warming import Warming
from assistant.settings import Settings
from assistant.web.app import create_app

_application = bootstrap(Settings.read())
app = create_app(_application)
Warming(_application.conversation, _application.clock).start()
if _application.embedding:
    # Beside the answers, which go by words until it has its model; nobody waits for it.
    _application.embedding.start()
