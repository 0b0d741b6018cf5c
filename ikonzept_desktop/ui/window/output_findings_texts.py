"""What is said of findings before the concept is given out, in German."""

LOOKING = "Das Konzept wird vor der Ausgabe durchgesehen …"
NONE = "Keine Hinweise vor der Ausgabe."
ONE, MANY = "1 Hinweis vor der Ausgabe", "{count} Hinweise vor der Ausgabe"
NEEDED_ONE = "Davon ist 1 vor dem Druck zu beheben."
NEEDED_MANY = "Davon sind {count} vor dem Druck zu beheben."
NOT_HELD_UP = "Ausgeben können Sie trotzdem, den Word-Entwurf jederzeit."
LIST = "Hinweise vor der Ausgabe"
LIST_HELP = "Eingabe führt zur Stelle, Entf übergeht den Hinweis."
STYLE = "Gestaltung"
GO, SKIP = "Zur Stelle", "Übergehen"


def head(count: int, *, looking: bool) -> str:
    """Count what was found."""
    if count == 0:
        return LOOKING if looking else NONE
    return ONE if count == 1 else MANY.format(count=count)


def more(count: int, needed: int) -> str:
    """Say how many of them matter, and that nothing is held up."""
    if needed == 0 or count == 0:
        return NOT_HELD_UP
    return f"{NEEDED_ONE if needed == 1 else NEEDED_MANY.format(count=needed)} {NOT_HELD_UP}"


def shape(count: int, needed: int, *, looking: bool) -> tuple[str, str]:
    """Give the icon and its colour."""
    if count == 0:
        return ("clock", "muted") if looking else ("circle-check", "green")
    return ("circle-alert", "red") if needed else ("triangle-alert", "amber")
