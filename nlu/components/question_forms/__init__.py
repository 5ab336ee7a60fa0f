"""The form of a question: what sort of answer it asks for."""

from nlu.components.question_forms.question_forms import asks_what, asks_when

__all__ = ["asks_what", "asks_when"]
