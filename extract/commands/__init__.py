"""One module a command: ``add`` says its arguments, ``run`` does it and gives back the exit code.

Only the module of the command that is run is imported, and what it alone needs when it runs.
"""

from __future__ import annotations

#: The modules, in the order in which ``chitieu --help`` lists the commands.
COMMANDS = (
    "extract",
    "validate",
    "verify",
    "show",
    "ledger",
    "review",
    "diff",
    "check",
    "report",
    "score",
    "load",
    "export",
)
