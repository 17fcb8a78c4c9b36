"""Targets across decrees: which restates which, and where they do not agree.

``decrees`` takes results as documents with their targets; ``government`` says of which level a
body is and for whom a target holds; ``citations`` finds the cited documents; ``links`` says which
target restates which; ``thresholds`` compares two of them; ``findings`` says what does not agree,
``sums`` what does not add up.
"""
