"""``python -m tests.cascade``: how well ``chitieu check`` agrees with the labels."""

from __future__ import annotations

from tests.cascade.trial import GROUPS, agreements

for group in GROUPS:
    for what, agreement in zip(("findings", "restates"), agreements(group), strict=True):
        print(
            f"{group:<5} {what:<9} precision {agreement.precision:.3f} recall "
            f"{agreement.recall:.3f} ({agreement.right} right)"
        )
        for wrong in agreement.wrong:
            print("  wrong:", wrong.reason)
        for row in agreement.missed:
            print("  missed:", row)
