"""Alembic migrations: ``versions/`` lead every older database to ``extract.database.tables``.

``chitieu load`` runs them. A change of the tables is one more module in ``versions/``; a test
compares where they lead with the tables. A change of the views alone is a module that does nothing:
views are made anew after every migration.
"""
