"""What the documents promise: verbs that exist, links that lead somewhere, codes that are true."""

import ast
import re
import runpy
import tomllib
from pathlib import Path

import pytest

from airwars_desk.errors import CODES
from tests.house import code

DOCS = [code.ROOT / "README.md", code.ROOT / "CHANGELOG.md", *(code.ROOT / "docs").rglob("*.md")]
DECISIONS = sorted((code.ROOT / "docs" / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("path", DOCS, ids=code.name)
def test_links_lead_to_files(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_verb_named_in_the_readme_exists() -> None:
    verbs = runpy.run_path(str(code.ROOT / "run.py"))["VERBS"]
    named = re.findall(r"python3 run\.py ([a-z]+)", (code.ROOT / "README.md").read_text("utf-8"))
    assert named
    assert set(named) <= set(verbs)


@pytest.mark.parametrize("path", DECISIONS, ids=code.name)
def test_a_decision_says_context_choice_and_cost(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    for part in ("**Context.**", "**Choice.**", "**Cost.**"):
        assert part in text


def test_decisions_are_numbered_without_holes_or_twins() -> None:
    assert [int(p.name[:4]) for p in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_decision_is_in_the_index() -> None:
    index = (code.ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    assert [p.name for p in DECISIONS if f"]({p.name})" not in index] == []


def test_codes_of_refusals_are_documented() -> None:
    page = (code.ROOT / "docs" / "cli.md").read_text("utf-8")
    assert dict(re.findall(r"^\| `([a-z_]+)` \| (.+?) \|$", page, re.MULTILINE)) == CODES


@pytest.mark.parametrize("path", code.sources(), ids=code.name)
def test_every_refusal_uses_a_listed_code(path: Path) -> None:
    used = set()
    for node in ast.walk(code.tree(path)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called == "Refused" and node.args and isinstance(node.args[0], ast.Constant):
            used.add(node.args[0].value)
        if called in {"NotFound", "InUse", "NotAllowed", "BadInput", "Damaged", "Environment"}:
            used |= {
                k.value.value
                for k in node.keywords
                if k.arg == "code" and isinstance(k.value, ast.Constant)
            }
    assert used <= set(CODES)


def test_the_lock_holds_every_dependency_with_hashes_and_no_address() -> None:
    lock = (code.ROOT / "requirements.lock").read_text("utf-8")
    project = tomllib.loads((code.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    names = {re.split(r"[<>=~! ]", w)[0].lower().replace("_", "-") for w in wanted}
    assert names <= locked
    assert "http" not in lock
    assert "file:" not in lock
    assert lock.count("--hash=sha256:") > len(locked)
