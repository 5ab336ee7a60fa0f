"""Where gunicorn finds the app: `gunicorn assistant.web.wsgi:app`."""

from assistant.bootstrap import bootstrap
from assistant.settings import Settings
from assistant.web.app import create_app

app = create_app(bootstrap(Settings.read()))
