"""Where gunicorn finds the app: `gunicorn assistant.web.wsgi:app`."""

from assistant.bootstrap import bootstrap
from assistant.settings import Settings
from assistant.web.app import create_app

_application = bootstrap(Settings.read())
app = create_app(_application)
if _application.embedding:
    # Beside the answers, which go by words until it has its model; nobody waits for it.
    _application.embedding.start()
