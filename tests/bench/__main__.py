"""`uv run python -m tests.bench NAME …`: measures; without a name it lists what can be measured.

A bench is a module of this folder with a function `bench(arguments)`. Figures depend on the machine: none is a test.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def list_benches() -> Mapping[str, str]:
    """Each bench by its name, with the first line of its docstring."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "bench" for node in module.body):
            found[path.stem] = (ast.get_docstring(module) or "").partition("\n")[0]
    return found


def main(arguments: Sequence[str]) -> int:
    """Run the named bench."""
    benches = list_benches()
    if arguments and arguments[0] in benches:
        importlib.import_module(f"tests.bench.{arguments[0]}").bench(arguments[1:])
        return 0
    for name, purpose in benches.items():
        print(f"{name:12} {purpose}")
    return 2 if arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
