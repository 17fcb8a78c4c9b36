"""Speed, measured. Run from the project's top folder: ``python -m benchmarks.run``."""
