"""Text → agencies with their roles.

A name is a head word (``vocabulary/agencies.toml``) and what follows it up to the next agency, role
word or verb. It is parsed whole or reported: what is dropped are role words, punctuation, list
marks and words that say what the agency does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import regex

from extract.agencies.patterns import PATTERNS, Head, Row, fold, past, row_of, rows_with
from extract.agencies.patterns import head_at as listed_head_at
from extract.expressions import Match, compiled
from extract.model import Role, Text, record
from extract.patterns import remembered, spans


@record
class NamedAgencies:
    """Agencies in printed order.

    ``unread`` holds pieces that are no agency's name as far as this grammar knows, and names whose
    role the text leaves open: each is a reason for a doubt.
    """

    names: tuple[tuple[Role, Text], ...] = ()
    unread: tuple[Text, ...] = ()


def named_agencies(item: Text, heading_role: Role) -> NamedAgencies:
    """The agencies of one list item, or of a whole cell without items.

    ``heading_role`` holds where the item itself gives no role. A role word covers its whole item;
    of several, each covers the names before it ("A chủ trì, B phối hợp"), or, before a colon or
    with "với", those after it; in "A phối hợp với B", A is lead.
    """
    named, left = _spans(item.string)
    names = [(role or heading_role, item.cut(start, end)) for start, end, role, _ in named]
    unread = [item.cut(start, end) for start, end in left]
    unread += [name for (_, name), (*_, sure) in zip(names, named, strict=True) if not sure]
    return NamedAgencies(tuple(names), tuple(unread))


@remembered
def _spans(
    string: str,
) -> tuple[tuple[tuple[int, int, Role | None, bool], ...], tuple[tuple[int, int], ...]]:
    """The spans of names with their roles, and of what is left over: a decree names the same
    agencies row by row."""
    pieces = _pieces(fold(string))
    unread = tuple((piece.start, piece.end) for piece in pieces if piece.kind == "unread")
    named = tuple((piece.start, piece.end, role, sure) for piece, role, sure in _with_roles(pieces))
    return named, unread


def begins_agency(string: str) -> bool:
    """Does an agency's name begin at the start of ``string``, in the middle of running text: with a
    capital or with "các"?"""
    return head_at(fold(string), 0, strict=True) is not None


def is_field(string: str) -> bool:
    """Does ``string`` begin with what agencies deal with: "Kế hoạch", "Xã hội"?"""
    return string[:1].isupper() and PATTERNS.field.match(fold(string)) is not None


def parts_names(before: str, after: str) -> bool:
    """Whether a dash between two stretches of a line stands between two agencies, and not inside
    the name of one post: "Công chức Tài chính - Kế toán"."""
    if not begins_agency(after):
        return False
    before, after = fold(before).lower(), fold(after).lower()
    return not any(
        after.startswith(fold(row["head"]).lower()) and before.startswith(tuple(row["of_posts"]))
        for row in rows_with("of_posts")
    )


@remembered
def is_agency(string: str) -> bool:
    """Is the whole of ``string`` the name of an agency, or of several, and nothing else?

    Units of measure, groups of places ("Xã nhóm 1") and lone common nouns ("Đơn vị") are none.
    """
    folded = fold(string)
    start = past(_MARKS, folded, 0)
    head = head_at(folded, start, strict=True)
    if head is None:
        return False
    return all(piece.kind == "name" for piece in _pieces(folded))


@lru_cache(maxsize=1024)
def heading_role(heading: str) -> Role:
    """The role that a column's heading gives to the agencies under it; ``implement`` where it says
    nothing more."""
    lowered = fold(heading).lower()
    for row in rows_with("cue"):
        if regex.search(rf"\b{row['cue']}\b", lowered):
            role: Role = row["role"]
            return role
    return "implement"


# --------------------------------------------------------------------------- pieces


@record
class _Piece:
    """A stretch of the item. A role's ``side`` says which names it covers: those before it, those
    after it, or ("joins") those after it while it makes those before it lead. ``own``: a role in
    parentheses, which covers nothing but what stands before it."""

    kind: Literal["name", "role", "act", "unread"]
    start: int
    end: int
    role: Role | None = None
    side: Literal["before", "after", "joins"] = "before"
    own: bool = False


def head_at(string: str, at: int, *, strict: bool) -> Head | None:
    """What a name that begins at ``at`` begins with; a name of the user's own is all head."""
    own = _own_name_end(string, at)
    if own is not None:
        return Head(own, False, False, False, False)
    return listed_head_at(string, at, strict=strict)


def _own_name_end(string: str, at: int) -> int | None:
    """Where the name of the user's own that begins at ``at`` ends."""
    for label, start, end in spans(string):
        if label == "AGENCY" and start == at:
            return end
    return None


def _inside_own_name(string: str, at: int) -> bool:
    return any(label == "AGENCY" and start < at < end for label, start, end in spans(string))


_MARKS = compiled(r"(?:\s|[-–—+*•·▪.,;:/]|\d{1,2}[.)](?=\s)|[a-zđ]\)(?=\s))*")
_TAIL = " .,;:/…-–"
_SEPARATORS = compiled(r"(?:\s|[,;:&.•*+–—-]|(?:và|cùng với|cùng)\s)*")
_HARD_SEPARATOR = compiled(r"[;.•*+–—-]")
_BLANK, _WORD = compiled(r"\s*"), compiled(r"\S+")
_COLON = compiled(r"\s*:\s*")
_SMALL_LETTERS = compiled(r"(?:\p{Lu}|\d)\S*\s+((?:\p{Ll}+\s+)*\p{Ll}+)$")
#: Percentages, dates, years and rules of a table stand in no name.
_FOREIGN = compiled(r"[|]|\d\s?%|\d/\d|\b(?:19|20)\d\d\b")
#: More small-letter syllables than this after the last capital: a sentence rather than a name.
_LONGEST_TAIL = 14


def _pieces(string: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = len(string.rstrip(_TAIL))
    at = past(_MARKS, string, 0)
    fresh = True  # at the head of a piece, where a name needs no capital
    told = False  # after words that say what an agency does
    while at < end:
        role = None if _own_name_end(string, at) else _role_at(string, at, fresh=fresh)
        head = None if role else head_at(string, at, strict=not fresh)
        if role is not None:
            pieces.append(role)
            stop = role.end
            if role.side == "before" and not role.own:
                stop = _act_end(string, role.end, end)
            told = string[role.end : stop].strip(_TAIL) != ""
        elif head is not None:
            found = _name(string, at, head, end)
            if told and not fresh and not _acts_itself(string, at, head, end, verbs=False):
                # Another who acts, or one to whom it is done?
                pieces.append(_Piece("unread", at, found[-1].end))
            pieces += found
            stop = found[-1].end
        elif (act := PATTERNS.acts.match(string, at)) and pieces:
            stop = past(_SEPARATORS, string, act.end())
            if stop >= end or not _role_at(string, stop, fresh=False):
                stop = _act_end(string, at, end)
            pieces.append(_Piece("act", at, stop))
            told = True
        else:
            stop = _act_end(string, at, end)
            pieces.append(_trimmed("unread", string, at, stop))
        stop = max(stop, at + 1)
        at = past(_SEPARATORS, string, stop)
        fresh = _HARD_SEPARATOR.search(string, stop, at) is not None or (
            role is not None and role.side != "before"
        )
        if fresh:
            at = past(_MARKS, string, at)
    return pieces


def _trimmed(kind: Literal["name", "unread"], string: str, start: int, end: int) -> _Piece:
    return _Piece(kind, start, start + len(string[start:end].rstrip(_TAIL)))


def _role_at(string: str, at: int, *, fresh: bool) -> _Piece | None:
    """The role word at ``at``, with its label, link, colon or parentheses."""
    if fresh and (match := PATTERNS.label.match(string, at)):
        return _Piece("role", at, match.end(), heading_role(match["label"]), "after")
    if match := PATTERNS.paren_role.match(string, at):
        side: Literal["before", "after"] = "after" if fresh else "before"
        return _Piece("role", at, match.end(), heading_role(match[0]), side, own=True)
    match = PATTERNS.role.match(string, at)
    if match is None or string[at] == "(":
        return None
    row = row_of("cue", match["cue"])
    if match.start("cue") > at and not head_at(string, match.end() + 1, strict=True):
        # "Cơ quan chủ trì" labels what follows at once; else its noun is a name.
        return None
    role: Role = row["role"]
    if colon := _COLON.match(string, match.end()):
        return _Piece("role", at, colon.end(), role, "after")
    link = PATTERNS.link.match(string, match.end())
    if row.get("joins") and link:
        return _Piece("role", at, link.end(), role, "joins")
    if fresh or row.get("joins"):
        space = match.end() + 1
        if string[match.end() : space] == " " and head_at(
            string, space, strict=not row.get("joins")
        ):
            return _Piece("role", at, space, role, "joins" if row.get("joins") else "after")
    return _Piece("role", at, match.end(), role)


def _name(string: str, start: int, head: Head, end: int) -> list[_Piece]:
    """The name that begins at ``start``, and what in it was not understood."""
    if (own := _own_name_end(string, start)) is not None:
        return [_Piece("name", start, own)]
    strange: int | None = None
    stop, doubtful = end, False
    guard: Row | None = None
    for match in PATTERNS.event.finditer(string, head.end, end):
        if _inside_own_name(string, match.start()):
            continue
        directly = not string[head.end : match.start()].strip()
        if match["sep"] is not None:
            if guard and not guard.get("verbs_only"):
                guard = None
            verdict = _after_separator(string, start, match, head, guard is not None)
            if verdict == "ends":
                stop = match.start()
                break
            if verdict == "strange" and strange is None:
                strange = match.end()
        elif match["paren"] is not None:
            if PATTERNS.paren_role.match(string, match.start()):
                stop = match.start()
                break
        elif match["guard"] is not None:
            guard = guard or row_of("guard", match["guard"])
        elif match["cue"] is not None:
            row = row_of("cue", match["cue"])
            proper = bool(row.get("in_names")) and directly and head.purpose and match.end() < end
            if "in_names" in row and PATTERNS.place_ends.match(string, match.end()):
                proper = True  # "Phòng Kinh tế tổng hợp huyện"
            proper |= match["cue"][0].isupper() and (directly or "in_names" in row)
            proper |= directly and head.incomplete  # "Tổ phối hợp liên ngành"
            if not proper and (guard is None or guard.get("verbs_only")):
                stop = match.start()
                break
        elif match["again"] is not None:
            if guard is None and not directly and _begins_another(string, start, match, head):
                stop = match.start()
                break
            if guard is None and not directly and _is_no_owner(string, match, head):
                stop, doubtful = match.start(), True
                break
        elif match["act"] is not None and guard is None and not (directly and head.purpose):
            stop = match.start()
            break
    name = _trimmed("name", string, start, stop)
    tail = _SMALL_LETTERS.search(string, head.end, name.end)
    sentence = tail is not None and guard is None and len(tail[1].split()) > _LONGEST_TAIL
    if sentence or _FOREIGN.search(string, start, name.end):
        return [_Piece("unread", name.start, name.end)]
    if strange is not None:
        return [_trimmed("unread", string, strange, stop), name]
    return [_Piece("unread", name.start, name.end), name] if doubtful else [name]


def _begins_another(string: str, start: int, match: Match, first: Head) -> bool:
    """Whether a head inside a name begins another one, where a cell has a name a line and nothing
    between them: what owns an agency may follow its name ("Phòng Cảnh sát giao thông Công an
    tỉnh"), but neither one of its own kind, nor several, nor an office of a lower level; nor any
    where the ``first`` belongs to none or a place has ended its name."""
    head = head_at(string, match.start(), strict=True)
    if head is None:
        return False
    several = head.plural or PATTERNS.all.match(string, past(_BLANK, string, head.end)) is not None
    ended = first.alone or PATTERNS.territory.search(string, first.end, match.start())
    return bool(several or ended or not head.owns or string.startswith(f"{match['again']} ", start))


def _is_no_owner(string: str, match: Match, first: Head) -> bool:
    """Whether a head inside a name begins another one since the ``first`` cannot belong to it."""
    if not first.owners or string.startswith(first.owners, match.start()):
        return False
    return head_at(string, match.start(), strict=True) is not None


def _after_separator(
    string: str, start: int, separator: Match, head: Head, guarded: bool
) -> Literal["ends", "goes on", "strange"]:
    """What a separator within a name does to it."""
    at = separator.end()
    mark = separator["sep"].strip()[:1]
    if mark == ";":
        return "ends"
    if mark == ".":
        # "TP. An Lạc" goes on; a sentence ends.
        sentence = head_at(string, at, strict=True) or _role_at(string, at, fresh=True)
        # "VP. HĐND và UBND huyện"
        shortened = string[start : separator.start()].isupper() and separator.start() == head.end
        return "ends" if sentence and not shortened else "goes on"
    before = string[start : separator.start()]
    lists_places = head.every_level and PATTERNS.territory.search(before)
    if mark == ":":
        # "Các Sở: Tài chính, Y tế" goes on; "Sở Y tế: chủ trì" ends.
        directly = not string[head.end : separator.start()].strip()
        return "goes on" if lists_places or head.plural or directly else "ends"
    beginning = head_at(string, at, strict=True)
    if beginning is not None:
        place = PATTERNS.places.match(string, at)
        # "Công an huyện, xã" goes on; in "Công an huyện, Huyện đoàn" another name begins.
        return "goes on" if lists_places and place and beginning.end <= place.end() else "ends"
    if mark == "/":
        return "goes on"
    field = PATTERNS.field.match(string, at)
    if field and string[at].isupper():
        return "goes on"  # "Phòng Kế hoạch, Tổng hợp"
    if (role := PATTERNS.role.match(string, at)) and role.start("cue") == at:
        return "ends"
    if mark and not guarded and PATTERNS.acts.match(string, at):
        return "ends"
    word = _WORD.match(string, at)
    if word is None or field:
        return "goes on"
    several = PATTERNS.all.search(before)
    if not word[0][0].isupper():
        # "Phòng Nội vụ, đơn vị liên quan" is one name by rule, but may be meant as two.
        if PATTERNS.all.match(string, at):
            return "strange"
        one = not (several or head.common or lists_places)
        return "strange" if one and head_at(string, at, strict=False) else "goes on"
    abbreviation = word[0].rstrip(".,;").isupper()
    places = PATTERNS.territory.search(before)
    if abbreviation or places or several or PATTERNS.general.match(string, at):
        return "goes on"
    return "strange"


def _act_end(string: str, at: int, end: int) -> int:
    """Where the words that say what an agency does come to an end: at ";", before a role that joins
    others, or before an agency that acts itself; not at those to whom it is done."""
    for match in PATTERNS.event.finditer(string, at, end):
        if match["sep"] is not None:
            mark = match["sep"].strip()[:1]
            if mark == ";":
                return match.start()
            following = head_at(string, match.end(), strict=True)
            to_others = PATTERNS.to_others.search(string, at, match.start())
            if following and (mark == "." or not to_others):
                return match.start()
            if following and _acts_itself(string, match.end(), following, end):
                return match.start()
        elif match["cue"] is not None:
            role = _role_at(string, match.start(), fresh=False)
            if role is not None and role.side == "joins":
                return match.start()
    return end


def _acts_itself(string: str, at: int, head: Head, end: int, *, verbs: bool = True) -> bool:
    """Has the agency that begins at ``at``, or the list that it begins, a role word (or, with
    ``verbs``, a verb)?"""
    stop = _name(string, at, head, end)[-1].end
    while True:
        after = past(_SEPARATORS, string, stop)
        role = _role_at(string, after, fresh=False) if after < end else None
        if role is not None:
            return role.side != "after"
        if PATTERNS.acts.match(string, after):
            return verbs
        following = head_at(string, after, strict=True)
        if following is None:
            return False
        stop = _name(string, after, following, end)[-1].end


# --------------------------------------------------------------------------- roles


def _with_roles(pieces: list[_Piece]) -> list[tuple[_Piece, Role | None, bool]]:
    """Each name with its role (None: the heading's) and whether the text makes it plain."""
    roles: dict[_Piece, Role] = {}
    open_names: list[_Piece] = []  # no role so far
    covered: list[_Piece] = []  # under the role before a colon or with "với", until the next role
    active: _Piece | None = None
    told: list[_Piece] = [piece for piece in pieces if piece.kind == "role"]
    for piece in pieces:
        if piece.kind == "name":
            if active is not None and active.role is not None:
                roles[piece] = active.role
                covered.append(piece)
            else:
                open_names.append(piece)
        elif piece.kind == "role" and piece.role is not None:
            if piece.side == "before":
                if active is not None and active.side == "joins":
                    continue  # "phối hợp với B thực hiện"
                claimed = open_names or covered[-1:]
                for name in claimed:
                    roles[name] = piece.role
                open_names = []
            else:
                if piece.side == "joins":
                    for name in open_names:
                        roles[name] = "lead"
                    open_names = []
                active, covered = piece, []
    last = told[-1] if told else None
    sure = True
    if open_names and last is not None:
        sure = False
        if not last.own and len({piece.role for piece in told}) == 1:
            # A role word covers its whole item, though a reader may mean it otherwise.
            roles.update((name, last.role) for name in open_names if last.role)
    return [
        (piece, roles.get(piece), sure or piece not in open_names)
        for piece in pieces
        if piece.kind == "name"
    ]
