"""What the dialog of the dates that bind says, in German."""

TITLE = "Termine, die binden"
HINT = "Ein Tag wie 22.06.2015, oder was feststeht: Oktober 2013, Frühjahr 2014, 2. Quartal 2015, Ende 2014."
WHEN = "Wann"
WHEN_EXAMPLE = "22.06.2015"
EVENT = "Was"
EVENT_EXAMPLE = "Kreistag, Beschluss"
ADD = "Termin hinzufügen"
REMOVE = "Termin entfernen"
TAKE_OVER = "Übernehmen"
CANCEL = "Abbrechen"
STEP = "Termine ändern"
NO_DAY_YET = "Wann? Bitte so: 28.02.2015 oder Februar 2015"


def no_day(text: str) -> str:
    """Say that no day can be made of what was typed."""
    return f"„{text}“ ist kein Termin. Bitte so: 28.02.2015 oder Februar 2015"
