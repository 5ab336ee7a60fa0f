"""What the dialogue decides to do next; `assistant.services.answering` carries each of them out."""

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.dialogue_state import Asked, Ticked
from assistant.domain.heard import Heard, Intent
from assistant.domain.window import Window


@dataclass(frozen=True, slots=True)
class RaiseAlarm:
    """Say 112 first, then the local instruks; `citizen` is who is in danger, where that is known."""

    citizen: str | None
    topic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """Show the help of these citizens in these windows; no window means from now to the end of the shift.

    `topic` narrows it to the help that the words name, if they name any; with `only_named` other help is
    left out even where they name none of it. `asks_when` looks for the next time of that help.
    `with_guidance` asks for the best passages besides: the simplified mode does not know which is meant.
    `carried` tells that the topic is that of the question before; `shown` are the guidance ids whose help
    is meant where the topic names none ("hvornår er det næste gang").
    """

    citizens: tuple[str, ...]
    windows: tuple[Window, ...]
    topic: tuple[str, ...] = ()
    asks_when: bool = False
    only_named: bool = False
    with_guidance: bool = False
    carried: bool = False
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowRound:
    """Show the help of all the asker's citizens in these windows, narrowed to `topic` as a plan is.

    `unit` leaves out the citizens of other care units.
    """

    windows: tuple[Window, ...]
    topic: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class FindGuidance:
    """Find how something is done, for one citizen or (None) in the instrukser that hold for all.

    `shown` are the guidance ids and `tasks` the planned help ids that the words may point back at
    ("hvordan gør jeg det?"); they do where the topic is `bare`, and with `refers` a pronoun does: then it
    is about what `about` names, the words of the question before. `detail` asks for a part of a text.
    `among` are the citizens of an answer about several: what was shown tells which of them is meant, or
    it is asked. `asks_leave` is set for "må jeg …": then the answer names who may do it. `further` leaves
    out what was shown. `instead` is shown where nothing is written.
    """

    citizen: str | None
    topic: tuple[str, ...]
    shown: tuple[str, ...] = ()
    asks_leave: bool = False
    tasks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    refers: bool = False
    bare: bool = False
    detail: bool = False
    among: tuple[str, ...] = ()
    further: bool = False
    instead: ShowPlan | None = None
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class ExplainWhy:
    """Show what is written about why: remarks of the help that was shown, and the purpose of its guidance.

    `topic` narrows it to what the words name; without one it is all that `tasks` and `shown` stand for,
    and so it is with `refers`, a pronoun, where the words name nothing of it.
    """

    citizen: str
    topic: tuple[str, ...]
    shown: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    refers: bool = False


@dataclass(frozen=True, slots=True)
class ShowBeside:
    """Show the help that comes next after the window that was shown, or (`before`) the last before it.

    `citizens` are none for a round of all the asker's, or of those of `unit`. Without `seen` it is what
    comes after now. `topic` narrows it to the help whose time was asked for ("og den næste").
    """

    citizens: tuple[str, ...]
    seen: Window | None
    before: bool = False
    unit: str | None = None
    topic: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """Show what approved notes, measurements, completions and the citizen's own data say of a question.

    For a value that the question only points at ("hvad var den sidst"), `about` are the words of the
    question before and `tasks` the planned help that was shown last. `of_doing` asks who did that help, or
    the help that the guidance ids `shown` belong to, or whether it was done. `before` asks for what was
    recorded last before that moment ("og gangen før").
    """

    citizen: str
    windows: tuple[Window, ...]
    topic: tuple[str, ...]
    text: str
    about: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    of_doing: bool = False
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskWhichCitizen:
    """Ask back whom `name` means; `options` are citizen ids, and nothing is guessed."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskForCitizen:
    """Ask back whom the question is about: it names nobody; nobody was spoken of, or several (`among`)."""

    windows: tuple[Window, ...]
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoSuchCitizen:
    """Say that nobody of that name is among the citizens this person may see."""

    name: str


@dataclass(frozen=True, slots=True)
class Chat:
    """Answer a greeting, thanks, a question about the assistant, or one outside its work."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Say that it is understood: nothing was asked. `ticked` reminds that what was written can be undone."""

    ticked: bool = False


@dataclass(frozen=True, slots=True)
class NoMore:
    """Say that there is no more of what was shown, or nothing that "det" may stand for."""


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Record what `heard.report` says of the help of these citizens; ask back where that is not one help.

    `shown_tasks` and `shown_guidance` are what "den" may point back at where the words name no help.
    `instead_of` is taken back first: the completion was written for a namesake.
    """

    citizens: tuple[str, ...]
    heard: Heard
    shown_tasks: tuple[str, ...] = ()
    shown_guidance: tuple[str, ...] = ()
    instead_of: tuple[Ticked, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Put back what stood before the last completions of this conversation; none where there were none."""

    ticked: tuple[Ticked, ...]
    citizen: str | None = None


@dataclass(frozen=True, slots=True)
class DraftNote:
    """Make a draft of what was dictated about a citizen; nothing is stored before a person approves it."""

    citizen: str
    transcript: str
    text: str


@dataclass(frozen=True, slots=True)
class AskForText:
    """Ask back what the note is to say: the order to write was all there was."""

    citizen: str


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Ask for exactly one of what was offered: "begge" and a number that was not offered pick none.

    `repeated` is set where nothing was picked, and the question was only asked for again.
    """

    asked: Asked
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class LeaveIt:
    """Say that nothing was written: what was asked back was declined."""


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """Say that this person may see nobody else of that name: "den anden Jens" is not among theirs."""

    name: str


@dataclass(frozen=True, slots=True)
class SayNotBuilt:
    """Say plainly that this kind of request is understood but cannot be met yet."""

    intent: Intent


WritingMove = MarkDone | TakeBack | DraftNote | AskForText | AskAgain | LeaveIt
Move = (
    WritingMove
    | RaiseAlarm
    | ShowPlan
    | ShowRound
    | FindGuidance
    | ExplainWhy
    | ShowBeside
    | ShowRecord
    | AskWhichCitizen
    | AskForCitizen
    | NoSuchCitizen
    | OnlyOne
    | Chat
    | Acknowledge
    | NoMore
    | SayNotBuilt
)
