"""What a concept's window says where the concept lies on a share or in a synchronised folder, in German."""

from datetime import datetime

from ikonzept_desktop import local_time

AS_OPENED = "Laufwerk: wie geöffnet"
AWAY = "Laufwerk: noch nicht zurück"
EXPLAINED = (
    "Dieses Konzept liegt auf einem Netzlaufwerk oder in einem abgeglichenen Ordner. Sie schreiben in einer "
    "Arbeitskopie auf diesem Rechner; sie kommt nach jeder Pause und beim Schließen als ganze Datei dorthin zurück."
)
NAME = "Stand auf dem Laufwerk"
UNDERSTOOD = "Verstanden"


def given_back(when: datetime) -> str:
    """Say when the whole file was put back."""
    return f"Laufwerk: {local_time.here(when):%H:%M:%S}"
