"""One concept in one SQLite file, through SQLAlchemy Core.

The way in is `project_file`: create_project, open_project, save_copy. What can be wrong with a file stands in `errors`,
which loads no database. Importing this package alone loads nothing.
"""
