"""Short lists of German words and endings: what compounds are made of, and what a full stop follows."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHORT_HEADS = _set("amt arm bad bau ehe erb eis gas gut job kur ort öl not rat rot see tag tat tor weg")
"""Words of few letters that may begin a compound."""
SHORT_TAILS = _set("amt arm art bad bau ehe eis erb job maß not ort rat rad tag tat tor weg weh ziel")
"""Words of few letters that may end a compound."""
NO_TAILS = _set("schaft heit keit lich tum ling chen isch lose bare")
"""Words that at the end of another are an ending and no part of a compound."""
NEVER_BARE = _set(
    "sprache schule frage straße klasse gruppe kirche stelle stufe seite woche stunde familie farbe liste karte kette"
    " quote grenze bunde"
)
"""Nouns that never stand before another as they are: `Sprach-kurs`, `Schul-amt`, `Gruppen-raum`."""
PARTICLES = _set(
    "ab an auf aus bei dar durch ein empor fehl fest fort frei gegen gegenüber heim her heran heraus herbei herein"
    " herum hervor hin hinaus hinein hinter hinzu hoch los mit nach nieder quer statt teil um unter voll vor voran"
    " voraus vorbei vorher weg weiter wieder zu zurecht zurück zusammen zwischen"
)
"""What may stand before a verb."""
MUST_LINK = ("ung", "heit", "keit", "schaft", "ion", "tät", "ling", "tum", "sal", "ing", "arbeit", "recht")
"""Endings after which a compound always has an s."""
NEVER_LINK = ("s", "x", "z", "ß", "sch", "st", "e")
"""Endings after which a compound never has an s."""
LINKS = ("s", "es", "n", "en", "e", "er", "")
VERB_BEGINS = ("ver", "be", "ent", "er", "zer", "ge", "miss")
VERB_ENDS = ("en", "ern", "eln", "ende", "ender", "te", "ter")
"""Endings of infinitives and participles, which are nouns too."""
INFLECTIONS = ("s", "n", "e", "r", "es", "en", "er", "em", "in", "innen")
"""What may follow a word of a list."""
ABBREVIATIONS = _set(
    "abb abs anm art aufl az bd bspw bzw ca dipl dr ebd etc evtl ew ff fn gem geb ggf hrsg ing inkl insb jh kap lfd lt"
    " max min mind mio mrd nr o prof rd s sog st std stellv str tab tel tsd u usw v vgl vs z zzgl"
)
"""What stands before a full stop that ends no sentence."""
