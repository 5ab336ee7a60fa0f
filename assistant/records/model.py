"""What all record models share."""

from pydantic import BaseModel, ConfigDict


class RecordModel(BaseModel):
    """An object of the records with exactly the fields it names; any other is an error."""

    model_config = ConfigDict(extra="forbid", strict=True)
