"""Where the real Rasa and the trained model are: as `./rytme test` says, else where `./rytme` puts them."""

import os
from pathlib import Path

import pytest

from launcher.nlu_model import model_file

CHECKOUT = Path(__file__).resolve().parents[1]


def installed_nlu() -> dict[str, str]:
    """RYTME_NLU_PYTHON and RYTME_NLU_MODEL; the test is skipped where there is no Rasa."""
    made = Path(os.environ.get("RYTME_ENVIRONMENTS") or CHECKOUT / ".rytme")
    found = {
        "RYTME_NLU_PYTHON": os.environ.get("RYTME_NLU_PYTHON") or str(made / "nlu" / "bin" / "python"),
        "RYTME_NLU_MODEL": os.environ.get("RYTME_NLU_MODEL") or str(model_file(CHECKOUT, made / "models")),
    }
    for name, value in found.items():
        if not Path(value).exists():
            pytest.skip(f"{name}: {value} is not there; run ./rytme test, which makes it")
    return found
