"""All kinds of sentences that demand something, and the date by which."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.forge import deeds, moves, sentences
from tests.forge.sentences import Goal, Item, Sentence

Kind = Callable[[Random, int], Sentence]
#: Kinds that may stand anywhere, the frequent ones more than once.
KINDS: tuple[Kind, ...] = (
    *(
        sentences.rate_reaches,
        sentences.rate_reaches,
        sentences.rate_reaches,
        sentences.share_of,
        sentences.share_of,
        sentences.share_of,
        sentences.falls,
        sentences.falls,
    ),
    *(
        sentences.counted,
        deeds.deed,
        deeds.deed,
        deeds.two_objects,
        moves.grows,
        moves.grows,
        moves.falls_by,
        moves.poverty_falls,
        moves.from_to,
    ),
    *(
        moves.with_result,
        moves.total_and_growth,
        sentences.for_levels,
        sentences.for_levels,
        sentences.shared_end,
        sentences.in_brackets,
    ),
    *(
        sentences.two_rates,
        sentences.among_them,
        deeds.each,
        deeds.per_year,
        deeds.often,
        deeds.placed,
        deeds.worded,
    ),
    *(sentences.raised, sentences.within_range, sentences.kept, moves.lowered),
)


#: Kinds that say in their own words that they demand something.
STANDING: tuple[Kind, ...] = (
    *(sentences.rate_reaches, sentences.share_of, sentences.falls, deeds.deed),
    *(moves.grows, moves.falls_by, sentences.for_levels, sentences.in_brackets),
    *(deeds.each, deeds.often, deeds.placed, sentences.raised, moves.lowered),
)


def dated(random: Random, said: Sentence, year: int) -> Sentence:
    """The sentence with the date by which it is to be reached."""
    if "lần" in said.text or said.text.startswith("mỗi"):
        return said
    later = year + random.randint(0, 5)
    end = f"{later}-12-31"
    front = random.choice((f"đến năm {later}", f"đến hết năm {later}", f"đến cuối năm {later}"))
    due: Item = {"kind": "fixed", "end": end}
    way = random.random()
    if way < 0.15:
        front, due = f"từ năm {later} trở đi", {"kind": "fixed", "start": f"{later}-01-01"}
    elif way < 0.3:
        quarter = random.randint(2, 4)
        day = {2: "06-30", 3: "09-30", 4: "12-31"}[quarter]
        front = f"đến hết quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{later}"
        due = {"kind": "fixed", "end": f"{later}-{day}"}
    elif way < 0.4:
        front, due = f"trước ngày 15/12/{later}", {"kind": "fixed", "end": f"{later}-12-14"}
    plain = len(said.goals) == 1 and said.goals[0].threshold["kind"] == "level"
    if plain and random.random() < 0.25 and not said.text.endswith(")"):
        behind = random.choice(
            (f"vào năm {later}", f"chậm nhất năm {later}", f"trước năm {later + 1}")
        )
        text, due = f"{said.text} {behind}", {"kind": "fixed", "end": end}
    else:
        text = f"{front}, {said.text}"
    goals = tuple(
        Goal(goal.quote, goal.indicator, goal.threshold, goal.applies_to, due)
        for goal in said.goals
    )
    return Sentence(text, goals)
