"""What the choices for a print file say, in German."""

PROFILE = "Druckprofil"
PROFILE_TIP = "Die Druckerei sagt Ihnen, welches Profil zu Papier und Maschine gehört."
ADD = "Hinzufügen …"
ADD_TIP = "Nimmt das ICC-Profil, das die Druckerei Ihnen gegeben hat, in die Liste auf."
REMOVE = "Entfernen"
REMOVE_TIP = "Nimmt ein hinzugefügtes Profil aus der Liste; die mitgelieferten bleiben."
MARKS = "Schnittmarken"
MARKS_TIP = "Zeichnet außerhalb des Beschnitts, wo geschnitten wird. Viele Druckereien wünschen sie nicht."
OWN_COVER = "Umschlag als eigene Datei"
OWN_COVER_TIP = "Der Umschlag kommt mit vier Seiten in eine zweite Datei daneben, etwa für ein anderes Papier."
CHOOSE_FILE = "ICC-Profil der Druckerei wählen"
FILE_FILTER = "ICC-Profil (*.icc *.icm)"


def describe(bleed_mm: float, *, is_grey: bool, lowest_dpi: int) -> str:
    """Say what the file will be like."""
    inks = "nur Schwarz" if is_grey else "CMYK, Text rein schwarz"
    bleed = f"{bleed_mm:g}".replace(".", ",")
    return f"PDF/X-4: {inks}, Einzelseiten mit {bleed} mm Beschnitt, Bilder ab {lowest_dpi} dpi."


def no_profile(name: str, reason: str) -> str:
    """Say why a file is no profile one can print with."""
    return f"„{name}“ wurde nicht aufgenommen. {reason}"


def added(title: str) -> str:
    """Say that a profile is in the list."""
    return f"„{title}“ ist in der Liste."


def removed(title: str) -> str:
    """Say that a profile is no longer in the list."""
    return f"„{title}“ ist nicht mehr in der Liste."


def not_kept(reason: str) -> str:
    """Say that the list could not be changed."""
    return f"Die Liste der Profile ließ sich nicht ändern ({reason}). Sie ist wie zuvor."
