"""What is said of typography, in German."""

WHILE_TYPING = "Beim Tippen"
RULES = (
    ("quotes", "Anführungszeichen: \"…\" zu „…“, '…' zu ‚…‘ und ’"),
    ("dashes", "Gedankenstrich: -- zu –"),
    ("ellipsis", "Auslassungspunkte: ... zu …"),
    ("spaces", "Geschützte Leerzeichen: z. B., § 5, 10 km"),
    ("ranges", "Bereiche: 2015-2017 zu 2015–2017"),
)
"""Each rule by its name, with what its box says."""
HINT = "Strg+Z nimmt eine Korrektur zurück, die Rücktaste gleich danach auch. An dieser Stelle bleibt es dann dabei."
NO_TEXT = "Setzen Sie zuerst die Schreibmarke in einen Text."


def corrected(count: int) -> str:
    """Say how many places were corrected."""
    if count == 0:
        return "An der Typografie war nichts zu verbessern."
    return "1 Stelle verbessert." if count == 1 else f"{count} Stellen verbessert."
