"""What the repository may and must contain."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP_LEVEL = {"bot", "storage", "seeds", "tests", "pyproject.toml", "README.md", ".env.example"}
FOR_TOOLS = {".ci", ".gitignore", "LICENSE", "CHANGELOG.md", "requirements.txt", "docs"}


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_the_top_level_is_the_one_the_user_asked_for() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in _tracked()}
    assert top >= TOP_LEVEL
    assert top <= TOP_LEVEL | FOR_TOOLS


def test_no_file_names_a_registry_or_carries_a_lock() -> None:
    hosts = re.compile(r"py[p]i\.org|python[h]osted|np[m]js\.org|deb\.de[b]ian")
    for path in _tracked():
        assert path.name not in {"uv.lock", "package-lock.json"}
        if path.suffix in {".png", ".ico"} or not path.is_file():
            continue
        assert not hosts.search(path.read_text("utf-8")), path


def test_every_direct_dependency_has_a_lower_and_an_upper_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = [*project["project"]["dependencies"], *chain.from_iterable(project["dependency-groups"].values())]
    unbound = [d for d in listed if "==" not in d and not (">=" in d and "<" in d)]
    assert unbound == []


def test_the_pinned_requirements_are_hashed_and_name_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pinned = (ROOT / "requirements.txt").read_text("utf-8")
    assert "--hash=sha256:" in pinned
    assert "://" not in pinned
    names = {re.split(r"[\[<>=~! ]", d)[0].lower().replace("_", "-") for d in project["project"]["dependencies"]}
    assert names <= set(re.findall(r"^([a-z0-9-]+)==", pinned, re.MULTILINE))
