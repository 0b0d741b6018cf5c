"""What the page view says, in German."""

NAME = "Seitenansicht"
PAGES = "Seiten, wie sie gedruckt werden"
PREVIOUS = "Vorherige Seite"
NEXT = "Nächste Seite"
PAGE = "Seite"
SPREAD = "Doppelseite"
ZOOM = "Größe der Seiten"
FIT_WIDTH = "Seitenbreite"
FIT_PAGE = "Ganze Seite"
SHUT = "Seitenansicht schließen"
CURRENT = "Aktuell"
STALE = "Wird aktualisiert …"
HINT = "Ein Klick in die Seite führt zur Stelle im Text."
FAILED = "Die Seiten lassen sich gerade nicht zeigen. Ihr Text ist davon nicht berührt; schreiben Sie einfach weiter."


def first_layout(share: float) -> str:
    """Say how far the first layout is."""
    return f"Die Seiten werden gesetzt: {share:.0%}".replace("%", "\u202f%")


def of_pages(count: int) -> str:
    """Say how many pages there are."""
    return f"von {count}"


def page_of(pages: str, count: int) -> str:
    """Say which page is shown, for a screen reader."""
    return f"Seite {pages} von {count}"
