"""Targets as tables for spreadsheets and data frames: ``chitieu export``."""
