"""One concept in one SQLite file, through SQLAlchemy Core."""
