"""Results beside hand labels: what was found, what was missed, what is wrong without a doubt.

``labels`` reads label files, ``drafts`` begins them; ``agreement`` says whether two fields mean the
same, ``comparison`` counts over one file, ``groups`` over many; ``floors`` says what fell.
"""
