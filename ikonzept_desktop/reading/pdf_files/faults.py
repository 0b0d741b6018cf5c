"""Why a foreign page cannot be put into our file as it is."""


class NotFit(Exception):
    """Something on the page does not conform; the message names it for whoever looks into the program."""
