"""What the second text says, in German."""

from datetime import datetime

from ikonzept_desktop import local_time

NAME = "Zweiter Text"
SOURCE = "Woraus der zweite Text ist"
SECTION = "Abschnitt des zweiten Textes"
THIS_CONCEPT = "Dieses Konzept"
SAME_SECTION = "Derselbe Abschnitt"
CHOOSE_PREDECESSOR = "Früheres Konzept wählen …"
OTHER_PREDECESSOR = "Anderes früheres Konzept wählen …"
OPEN_PREDECESSOR = "Früheres Konzept öffnen"
FILTER = "Konzepte (*.ikonzept)"
DIFFERENCES = "Unterschiede zeigen"
LEGEND = "Durchgestrichen: nur in „{there}“. Unterstrichen: nur im Text."
NO_DIFFERENCES = "Kein Unterschied zu „{there}“."
WRITE_HERE = "Hier schreiben"
WRITE_HERE_TIP = "Diesen Abschnitt zum Schreiben öffnen; der andere wird der zweite Text"
SHUT = "Zweiten Text schließen"
NOT_THERE = "„{there}“ hat diesen Abschnitt nicht."
NO_SECTION = "Kein Abschnitt ist offen."
COMPARED = "Unterschiede zum Text"


def version(reason: str, when: datetime) -> str:
    """Name a version."""
    return f"{reason or 'Fassung'} vom {local_time.here(when):%d.%m.%Y, %H:%M}"


def backup_of(file: str) -> str:
    """Say that a file is shown as its backup has it."""
    return f"Die Datei „{file}“ ist beschädigt. Sie sehen ihre jüngste Sicherung."


def predecessor(title: str) -> str:
    """Name the concept that came before."""
    return f"Früher: {title}"
