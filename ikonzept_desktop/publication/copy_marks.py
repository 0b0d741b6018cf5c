"""What a Word draft for review carries that is no text of the concept.

Custom properties (docProps/custom.xml), by which it is known again when it comes back, and lines above its sections.
"""

CONCEPT = "ikConcept"
"""The id of the concept."""
SNAPSHOT = "ikSnapshot"
"""The id of the snapshot whose text was given out: the version that returned words are compared with."""
VERSION = "ikVersion"
"""What that draft was called: `Entwurf 0.7`."""
COPY = "ikCopy"
"""The id of the copy; drafts that were not made for anybody in particular have none."""
REVIEWER = "ikReviewer"
"""Whom it was made for."""
PACKET = "ikPacket"
"""The group whose sections could be changed in it; without it, the whole concept."""
FOR_REVIEW = "Zur Durchsicht: Bitte ändern und kommentieren Sie diesen Abschnitt."
FOR_READING = "Zum Lesen: Dieser Abschnitt gehört nicht zu Ihrem Paket."
"""What stands above the sections of a packet; no words of the concept."""
