"""A second text beside the one that is written: another section, a version, or the concept that came before."""
