"""The benches of delivery run, whatever they measure: each at a size that says nothing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.bench import archive


@pytest.mark.parametrize(
    ("name", "arguments", "needs", "says"),
    [
        ("composing", "--subscribers 120 --filters 9 --sample 50 --articles 400 --days 30", "", "120 digests"),
        ("fanout", "--subscribers 30 --rounds 1 --seconds 1", "aiogram", "a reply behind the fan-out"),
        ("outbox", "--messages 40 --rounds 1", "", "40 messages"),
        ("ticking", "--subscriptions 90 --due 30 --articles 400 --days 2000", "sqlalchemy", "30 due at once"),
    ],
)
def test_a_bench_runs(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    arguments: str,
    needs: str,
    says: str,
) -> None:
    if needs and not find_spec(needs):
        pytest.skip(f"needs {needs}")
    monkeypatch.setattr(archive, "FOLDER", tmp_path)
    import_module(f"tests.bench.{name}").bench(arguments.split())
    assert says in capsys.readouterr().out
