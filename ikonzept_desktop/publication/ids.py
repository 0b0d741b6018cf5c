"""Lasting ids for what has none in the model: made of the id it belongs to and a key of the template.

An id of the model holds no underscore, and a key of the template begins with a letter. So the part before the first
underscore always names the section or record, what begins with a letter after it is a field of it, and what begins
with a digit is something the program has added. All of it may stand in a Word bookmark.
"""


def field_id(owner: str, key: str) -> str:
    """Name a field of a section or record: its heading, its short value, its cell."""
    return f"{owner}_{key}"


def table_id(section: str, key: str) -> str:
    """Name the table that the records of a field are printed as."""
    return f"{section}_0_{key}"


def header_id(section: str, key: str) -> str:
    """Name the row of headers of that table."""
    return f"{section}_1_{key}"


def header_cell_id(section: str, key: str, column: int) -> str:
    """Name a header of that table, counted from 0."""
    return f"{section}_1{column}_{key}"


def source_id(block: str) -> str:
    """Name the line of source below a table or figure."""
    return f"{block}_source"


def property_id(name: str) -> str:
    """Name a line of the cover, which is a property of the whole concept."""
    return f"concept_{name}"


def number_id(record: str) -> str:
    """Name the cell that holds a record's number."""
    return f"{record}_0"
