"""Targets in an SQL database: ``chitieu load``. What the tables and views mean: README.md here."""
