"""One module a decree; each defines ``DECREE`` and gives the built files its name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests.corpus.blocks import Decree


def decrees() -> dict[str, Decree]:
    """Every decree by its stem, in the order of the stems."""
    stems = sorted(module.name for module in iter_modules(__path__))
    return {stem: import_module(f"{__name__}.{stem}").DECREE for stem in stems}
