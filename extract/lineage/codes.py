"""The kinds of findings."""

from __future__ import annotations

from typing import Literal, get_args

Code = Literal["below_upper", "restated_differs", "twice", "sum_differs", "cited_missing"]
CODES: tuple[Code, ...] = get_args(Code)
