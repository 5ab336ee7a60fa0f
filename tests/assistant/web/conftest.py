"""The web on the fake application, and browsers without script."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from assistant.web import create_app
from tests.assistant.web.district import PASSWORD
from tests.assistant.web.fake_application import FakeApplication, fake_application

SECRET_KEY = b"only for tests, 32 bytes of it!!"


def csrf_of(client: FlaskClient, path: str = "/login") -> str:
    """The secret in the first form of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found, f"no form with a secret at {path}"
    return found[1]


def log_in(client: FlaskClient, staff: str) -> FlaskClient:
    """Log in through the form, as a person does."""
    form = {"staff": staff, "password": PASSWORD, "csrf_token": csrf_of(client)}
    assert client.post("/login", data=form).status_code == 303
    return client


@pytest.fixture
def application(tmp_path: Path) -> FakeApplication:
    return fake_application(tmp_path)


@pytest.fixture
def app(application: FakeApplication) -> Flask:
    return create_app(application, secret_key=SECRET_KEY)  # type: ignore[arg-type]


@pytest.fixture
def nobody(app: Flask) -> FlaskClient:
    """A browser in which nobody is logged in."""
    return app.test_client()


@pytest.fixture
def anna(app: Flask) -> FlaskClient:
    """A browser in which Anna, a care assistant, is logged in."""
    return log_in(app.test_client(), "anna")


@pytest.fixture
def browser_of(app: Flask) -> Callable[[str], FlaskClient]:
    """A browser in which this staff member is logged in."""
    return lambda staff: log_in(app.test_client(), staff)
