"""Settings: one table, read from the environment."""

from dataclasses import fields

import pytest

from assistant.settings import TABLE, Settings, SettingWrong


def test_every_setting_has_a_row_with_a_sentence() -> None:
    assert {each.name for each in fields(Settings)} == set(TABLE)
    assert all(row.sentence.endswith(".") for row in TABLE.values())


def test_without_an_environment_the_defaults_hold() -> None:
    settings = Settings.read({})
    assert settings.database_url == f"sqlite:///{settings.home / 'rytme.db'}"
    assert settings.home.name == "var"


def test_a_value_from_the_environment_goes_before_the_default() -> None:
    assert Settings.read({"RYTME_PORT": "9001"}).port == 9001


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("RYTME_PORT", "mange", "whole number"),
        ("RYTME_PORT", "-1", "whole number"),
        ("RYTME_NLU", "on", "auto or off"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(name: str, value: str, expected: str) -> None:
    with pytest.raises(SettingWrong, match=expected) as wrong:
        Settings.read({name: value})
    assert name in str(wrong.value)
    assert value in str(wrong.value)


@pytest.mark.parametrize("value", ["", "0.4", "1"])
def test_the_least_evidence_is_empty_or_a_share(value: str) -> None:
    assert Settings.read({"RYTME_LEAST_EVIDENCE": value}).least_evidence == value


@pytest.mark.parametrize("value", ["40", "meget", "-0.1"])
def test_a_least_evidence_that_is_no_share_is_refused(value: str) -> None:
    with pytest.raises(SettingWrong, match="RYTME_LEAST_EVIDENCE"):
        Settings.read({"RYTME_LEAST_EVIDENCE": value})
