"""Decrees that hand targets down, with labels of what a careful reader finds; see README.md."""
