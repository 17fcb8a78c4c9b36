"""One module a command: ``add`` says its arguments, ``run`` does it and gives back the exit code.

What a command alone needs, it imports when it runs: the others start without it.
"""

from __future__ import annotations

from extract.commands import (
    diff,
    export,
    extract,
    ledger,
    load,
    report,
    review,
    score,
    show,
    validate,
    verify,
)

#: In the order in which ``chitieu --help`` lists them.
COMMANDS = (
    extract,
    validate,
    verify,
    show,
    ledger,
    review,
    diff,
    report,
    score,
    load,
    export,
)
