"""iKonzept Desktop: an offline structured editor for the integration concepts of a county."""
