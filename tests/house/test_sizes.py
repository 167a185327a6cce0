"""Sizes that stay healthy (design: the house). A limit passed says that a room is missing."""

from __future__ import annotations

import ast
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("storage/**/*.py")])
MODULE_LINES, FUNCTION_LINES, FUNCTION_MEDIAN, FOLDER_MODULES = 400, 50, 10, 10
BROAD_EXCEPTS = 3
TELEGRAMS_NAMES = {"get_webhook_info"}
BANNED = re.compile(r"(^|_)(data|info|stuff|manager|helper|helpers|util|utils|misc|process)(_|$)", re.IGNORECASE)


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_fits_the_eye(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    long = {f.name: _length(f) for f in _functions(path) if _length(f) > FUNCTION_LINES}
    assert not long
    if source.strip():
        assert ast.get_docstring(ast.parse(source)), "a module says what it is for"


def test_the_middle_function_is_short() -> None:
    assert statistics.median(_length(f) for path in MODULES for f in _functions(path)) <= FUNCTION_MEDIAN


def test_a_folder_holds_what_one_can_remember() -> None:
    crowded = {str(f): n for f, n in Counter(p.parent for p in MODULES).items() if n > FOLDER_MODULES}
    assert not crowded


def test_broad_excepts_stand_in_three_places_at_most() -> None:
    broad = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert len(broad) <= BROAD_EXCEPTS, broad


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_name_says_nothing(path: Path) -> None:
    defined = {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    } | {path.stem}
    assert not [name for name in defined - TELEGRAMS_NAMES if BANNED.search(name)]
