"""The sample corpus: decrees of invented places, described once and rendered as DOCX, PDF and text.

``decrees/`` holds one module a decree; ``build.py`` renders them into ``corpus/``.
"""
