"""Both READMEs say what the program does today: commands, codes, files, the record they show."""

from __future__ import annotations

import argparse
import ast
import importlib.util
import json
import re
import shlex
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract import cli, pipeline, store
from extract.agencies import named_agencies
from extract.lineage.codes import CODES
from extract.model import Text, Threshold
from extract.patterns import LABELS, Patterns, using
from extract.sentences import demanded
from extract.vocabulary import rows

ROOT = Path(__file__).parents[1]
#: README → its headings for the sections that are looked into: (commands, exit codes, codes).
READMES = {
    "README.md": ("The command", "Exit codes", "Codes"),
    "README.vi.md": ("Lệnh chitieu", "Mã thoát", "Mã"),
}
every_readme = pytest.mark.parametrize("name", READMES)


# --------------------------------------------------------------------------- reading a README


@cache
def readme(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", readme(name), re.M | re.S)


def section(name: str, heading: str) -> str:
    """What stands under a heading, down to the next one."""
    match = re.search(rf"^##+ {heading}\n(.*?)(?=^##|\Z)", readme(name), re.M | re.S)
    assert match, f"{name} has no section {heading!r}"
    return match[1]


def first_cells(text: str) -> list[str]:
    """The first cell of every table row, headings left out."""
    rows = re.findall(r"^\| ([^|]+?) \|", text, re.M)
    headings = re.findall(r"^\| ([^|]+?) \|.*\n\|--", text, re.M)
    return [row for row in rows if row not in headings]


def inline(name: str) -> list[str]:
    """Everything in backticks outside of code blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", readme(name), flags=re.M | re.S))


# --------------------------------------------------------------------------- the two languages


def test_both_readmes_have_the_same_sections_and_code() -> None:
    shapes = []
    for name in READMES:
        levels = re.findall(r"^(#+) ", re.sub(r"^```.*?^```$", "", readme(name), flags=re.M | re.S))
        code = re.findall(r"^```(\w+)\n(.*?)^```$", readme(name), re.M | re.S)
        bare = [(language, re.sub(r"#.*", "#", text)) for language, text in code]
        tables = [len(first_cells(part)) for part in re.split(r"^##+ ", readme(name), flags=re.M)]
        shapes.append((levels, bare, tables))
    assert shapes[0] == shapes[1]


# --------------------------------------------------------------------------- commands


def commands() -> dict[str, argparse.ArgumentParser]:
    """Name → parser of every command of the command line."""
    parser = cli._parser()
    (found,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


@every_readme
def test_every_command_has_a_row(name: str) -> None:
    documented = first_cells(section(name, READMES[name][0]))
    assert {cell.strip("`").split()[1] for cell in documented} == set(commands())


@every_readme
def test_command_lines_parse(name: str) -> None:
    lines = [shlex.split(line) for text in blocks(name, "sh") for line in text.splitlines()]
    assert {line[0] for line in lines} == {"make", "chitieu", "python"}
    for line in lines:
        if line[0] == "make":
            assert set(line[1:]) <= make_targets(), line
        elif line[0] == "chitieu":
            cli._parser().parse_args(line[1:])  # exits where the line is wrong
        else:
            assert line[1] == "-m"
            assert importlib.util.find_spec(line[2]), line
        for word in line[1:]:
            assert "/" not in word or (ROOT / word).exists(), line


@every_readme
def test_options_that_are_named_exist(name: str) -> None:
    known = {"--help"}
    for parser in commands().values():
        known.update(option for action in parser._actions for option in action.option_strings)
    named = {word for text in inline(name) for word in text.split() if word.startswith("--")}
    assert named <= known


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))


@every_readme
def test_make_targets(name: str) -> None:
    named = {text.split()[1] for text in inline(name) if text.startswith("make ")}
    assert named == make_targets()


@every_readme
def test_python_example_runs(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    for text in blocks(name, "python"):
        exec(compile(text, name, "exec"), {})
    assert "'comparator': 'ge'" in capsys.readouterr().out


# --------------------------------------------------------------------------- codes


@every_readme
def test_every_exit_code_has_a_row(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    _, _, listed = capsys.readouterr().out.partition("exit codes")
    codes = {int(code) for code in re.findall(r"^ +(\d+)  ", listed, re.M)}
    assert codes >= {0, 1, 2}
    assert [int(cell) for cell in first_cells(section(name, READMES[name][1]))] == sorted(codes)


_NO_CODES = {"database", "export"}  # whose words of this form are names of columns
_SNAKE = re.compile(r"[a-z]+(?:_[a-z]+)+")


def literals(node: ast.AST) -> set[str]:
    """The strings in ``node`` that have the form of a code."""
    return {
        found.value
        for found in ast.walk(node)
        if isinstance(found, ast.Constant)
        and isinstance(found.value, str)
        and _SNAKE.fullmatch(found.value)
    }


def looked_up(node: ast.AST) -> set[str]:
    """The strings by which ``node`` itself looks something up or sets it, or with which it
    compares."""
    match node:
        case ast.Subscript():
            return literals(node.slice)
        case ast.Compare():
            return literals(node)
        case ast.Dict():
            return {text for key in node.keys if key for text in literals(key)}
        case ast.Call(func=ast.Attribute(attr="get" | "SetVariable") | ast.Name(id="getattr")):
            return literals(node)
        case ast.keyword(arg="action"):
            return literals(node)
        case ast.Call(func=ast.Name(id="rows")):
            return literals(node)
    return set()


@cache
def emitted() -> frozenset[str]:
    """Every flag, doubt and warning code in ``extract/``: the strings of that form that are no name
    in the code and that nothing is looked up by; and those that a warning puts together."""
    written: set[str] = set()
    other: set[str] = set()
    for path in sorted((ROOT / "extract").rglob("*.py")):
        if path.parent.name in _NO_CODES or path.parents[2].name in _NO_CODES:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            written |= literals(node) if isinstance(node, ast.Constant) else set()
            other |= looked_up(node)
            names = (getattr(node, key, None) for key in ("id", "attr", "arg", "name"))
            other |= {name for name in names if isinstance(name, str)}
            match node:
                case ast.Call(func=ast.Name(id="Warning"), args=[ast.JoinedStr() as code, *_]):
                    assert ast.unparse(code) == "f'{field}_contradicts'", "describe this code here"
                    written |= {"number_contradicts", "date_contradicts"}
    return frozenset(written - other)


def test_codes_are_found_in_the_program() -> None:
    warned = set()
    for path in sorted((ROOT / "extract").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Warning") | ast.Attribute(attr="warn")):
                    match node.args[0]:
                        case ast.Constant(value=str(code)):
                            warned.add(code)
    assert warned
    assert warned <= emitted()
    assert {"unclear_threshold", "unit_inferred"} <= emitted()


def coded(name: str) -> list[set[str]]:
    """The flags, the doubts and the warnings of a README."""
    parts = re.split(r"^\*\*", section(name, READMES[name][2]), flags=re.M)[1:]
    return [{cell.strip("`") for cell in first_cells(part)} for part in parts]


@every_readme
def test_every_code_has_a_row_and_no_other(name: str) -> None:
    assert set().union(*coded(name)) == emitted()


@every_readme
def test_codes_of_the_outputs_are_documented_as_what_they_are(name: str) -> None:
    flags, doubts, warnings = coded(name)
    for path in store.result_files(ROOT / "outputs"):
        result = json.loads(path.read_text("utf-8"))
        assert {warning["code"] for warning in result["warnings"]} <= warnings, path
        for target in pipeline.targets(result):
            assert set(target["flags"]) <= flags, path
            assert set(target["doubts"]) <= doubts, path


# --------------------------------------------------------------------------- the record


def enums(schema: Any) -> set[str]:
    """Every word that a schema allows in some place."""
    if isinstance(schema, list):
        return {word for part in schema for word in enums(part)}
    if not isinstance(schema, dict):
        return set()
    own = schema.get("enum", [schema["const"]] if "const" in schema else [])
    parts = {word for key, part in schema.items() if key != "enum" for word in enums(part)}
    return parts | {word for word in own if isinstance(word, str)}


@every_readme
@pytest.mark.parametrize("schema", ["threshold", "due", "number"])
def test_every_kind_and_role_is_explained(name: str, schema: str) -> None:
    path = ROOT / "schemas" / f"{schema}.schema.json"
    words = enums(json.loads(path.read_text("utf-8"))) - {"increase", "decrease"}
    assert words
    assert words <= set(inline(name))


@every_readme
def test_the_record_is_one_of_the_outputs(name: str) -> None:
    (shown,) = map(json.loads, blocks(name, "json"))
    (file,) = {text for text in inline(name) if text.startswith("outputs/") and text != "outputs/"}
    result = json.loads((ROOT / file).read_text("utf-8"))
    (target,) = (t for t in pipeline.targets(result) if t["id"] == shown["id"])
    fragments = shown.pop("source")
    assert len(fragments) == 3
    assert all(fragment in target["source"] for fragment in fragments)
    assert shown == {key: value for key, value in target.items() if key != "source"}
    assert list(shown) == [key for key in target if key != "source"]


# --------------------------------------------------------------------------- words of one's own


def reading(label: str, text: str) -> str:
    """What is read from the text of a cell, as the READMEs print it."""
    if label == "AGENCY":
        named = named_agencies(Text(text), "implement")
        names = "; ".join(name.string for _, name in named.names)
        return f"{names} `unread_agency`" if named.unread else names
    found = [stated.measure for stated in demanded(text, listed_item=False)]
    return "; ".join(
        " ".join((threshold_text(measure.threshold), *(f"`{code}`" for code in measure.doubts)))
        for measure in found
    )


def threshold_text(threshold: Threshold) -> str:
    return f"{threshold.comparator} {threshold.value:g} {threshold.unit}"


@every_readme
def test_words_of_ones_own_do_what_the_table_says(name: str) -> None:
    pytest.importorskip("spacy")
    (lines,) = blocks(name, "jsonl")
    patterns = Patterns(lines.encode(), name)
    rows = re.findall(r"^\| `([A-Z]+)` \|(.*)\|$", readme(name), re.M)
    assert [label for label, _ in rows] == list(LABELS)
    for label, cells in rows:
        _, text, without, used = (cell.strip() for cell in cells.split("|"))
        assert reading(label, text) == without
        with using(patterns):
            assert reading(label, text) == used


# --------------------------------------------------------------------------- files and rows


@every_readme
def test_files_that_are_named_exist(name: str) -> None:
    form = re.compile(
        r"[\w.-]*\w/|(?:[\w.-]+/)+[\w.-]+|\w[\w.-]*\.(?:md|txt|toml)|LICENSE|Makefile"
    )
    named = {text for text in inline(name) if form.fullmatch(text)} - {".venv/", ".venv/bin/"}
    linked = set(re.findall(r"\]\(([^):]+)\)", readme(name)))
    assert len(named) > 20
    assert [path for path in sorted(named | linked) if not (ROOT / path).exists()] == []


@every_readme
def test_modules_that_are_named_exist(name: str) -> None:
    table = readme(name).partition("`extract/` |")[2].partition("\n\n")[0]
    cells = re.findall(r"^\| (`.+?) \|", table, re.M)
    modules = [module for cell in cells for module in re.findall(r"`(\w+)`", cell)]
    assert len(modules) > 10
    for module in modules:
        assert importlib.util.find_spec(f"extract.{module}"), module


@every_readme
def test_rows_shown_have_the_form_of_their_file(name: str) -> None:
    shown = blocks(name, "toml")
    assert len(shown) == 5
    for text in shown:
        comment, _, row = text.partition("\n")
        path = comment.removeprefix("# ").split(":")[0].split(";")[0]
        (found,) = tomllib.loads(row if "[[row]]" in row else f"row = [\n{row}]")["row"]
        known = {key for other in rows(Path(path).stem) for key in other}
        assert set(found) <= known, path
        assert found["examples"]


def test_the_changelog_tells_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", changelog, re.M)
    assert versions[0] == project["version"]


# --------------------------------------------------------------------- what check finds


@every_readme
def test_every_finding_has_a_row(name: str) -> None:
    part = section(name, {"README.md": "Across decrees", "README.vi.md": "Giữa các văn bản"}[name])
    assert {cell.strip("`") for cell in first_cells(part)} == set(CODES)
