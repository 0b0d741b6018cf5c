"""What the parts of a house style are called in German, what can be chosen, and within which limits."""

LIMITS: dict[str, tuple[float, float]] = {
    "margin_top_mm": (5, 80),
    "margin_bottom_mm": (5, 80),
    "margin_inner_mm": (5, 80),
    "margin_outer_mm": (5, 80),
    "text_indent_mm": (0, 60),
    "text_size_pt": (6, 24),
    "leading_pt": (7, 40),
    "small_size_pt": (5, 20),
    "chapter_size": (1.2, 5),
    "annex_columns": (1, 4),
}
"""The least and the largest of each number."""

CHOICES: dict[str, dict[str, str]] = {
    "chapter_number": {"beside": "neben dem Titel", "above": "groß über dem Titel"},
    "cover_layout": {
        "band": "Bild über einem Farbfeld",
        "plate": "Bild über die ganze Seite, Titel auf einer Tafel",
        "plain": "Nur Schrift",
    },
    "opening_layout": {
        "band": "Farbband über dem Text",
        "page": "Eigene Seite in der Farbe",
        "plain": "Überschrift wie sonst",
    },
    "box_look": {"tint": "getönt mit Streifen", "frame": "Rahmen mit farbigem Kopf", "rule": "nur Linien"},
    "table_look": {"filled": "farbiger Kopf", "lined": "nur Linien"},
    "edge_band": {"none": "keines", "top": "oben", "outer": "außen"},
}
"""The values of each choice with their names."""

FONTS = {
    "Source Serif 4": "Source Serif – sachliche Serifenschrift",
    "Literata": "Literata – Buchschrift",
    "Source Sans 3": "Source Sans – ruhige Groteskschrift",
    "IBM Plex Sans": "IBM Plex Sans – kräftige Groteskschrift",
    "Noto Sans": "Noto Sans – offene Groteskschrift",
}
"""The families that travel with the program, with a word on each."""

LABELS = {
    "page_format": "Seitenformat",
    "margin_top_mm": "Rand oben",
    "margin_bottom_mm": "Rand unten",
    "margin_inner_mm": "Rand innen",
    "margin_outer_mm": "Rand außen",
    "mirrored": "Ränder links und rechts spiegeln",
    "text_indent_mm": "Einzug des Textes",
    "text_font": "Schrift des Textes",
    "heading_font": "Schrift der Überschriften",
    "title_font": "Schrift der Titel",
    "text_size_pt": "Schriftgröße",
    "leading_pt": "Zeilenabstand",
    "small_size_pt": "Kleine Schrift",
    "chapter_size": "Größe der Kapiteltitel",
    "chapter_number": "Kapitelnummer",
    "accent_colour": "Hauptfarbe",
    "tint_colour": "Tönung",
    "headings_in_colour": "Überschriften in der Hauptfarbe",
    "field_colours": "Farben der Handlungsfelder",
    "justified": "Blocksatz",
    "hyphenation": "Silbentrennung",
    "chapter_on_new_page": "Kapitel auf neuer Seite",
    "opening_kinds": "Abschnittsarten mit eigener Eröffnung",
    "opening_layout": "Eröffnung der Handlungsfelder",
    "cover_layout": "Umschlag",
    "box_look": "Maßnahmenkästen",
    "table_look": "Tabellen",
    "edge_band": "Farbband am Seitenrand",
    "annex_columns": "Spalten der Listen im Anhang",
    "running_heads": "Kolumnentitel",
    "page_count": "Seitenzahl als „Seite 3 von 34“",
    "funding_line": "Zeile über den Logos der Förderer",
    "watermark": "Wasserzeichen im Word-Entwurf",
}
"""The German names of everything a house style says."""
