"""`readout run` against a Bot API server on loopback."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import Sandbox
from tests.cli.calling import ROOT, TOKEN


async def _start(sandbox: Sandbox, token: str, database: Path) -> Process:
    settings = {
        "PYTHONPATH": str(ROOT),
        "READOUT_API_URL": sandbox.api_url,
        "READOUT_TOKEN": token,
        "READOUT_DATABASE": str(database),
        "READOUT_FETCH": "off",
    }
    command = [sys.executable, "-m", "bot", "run"]
    return await asyncio.create_subprocess_exec(
        *command, cwd=database.parent, env={**os.environ, **settings}, stdout=PIPE, stderr=PIPE
    )


async def test_it_says_that_it_polls_once_telegram_knows_the_token(tmp_path: Path) -> None:
    sandbox = Sandbox(clock=MovableClock())
    await sandbox.start()
    try:
        stranger = await _start(sandbox, TOKEN, tmp_path / "readout.sqlite")
        said, wrong = (written.decode() for written in await stranger.communicate())
        assert (stranger.returncode, said) == (2, "")
        assert wrong.startswith("readout: READOUT_TOKEN: Telegram does not know this token")

        known = await _start(sandbox, sandbox.token, tmp_path / "readout.sqlite")
        assert known.stdout is not None
        said = (await known.stdout.readline()).decode()
        known.terminate()
        rest, _ = await known.communicate()
        assert said.startswith(f"@readout_sandbox_bot polls {sandbox.api_url} and keeps {tmp_path}/readout.sqlite;")
        assert (known.returncode, rest.decode()) == (0, "Stopped.\n")
    finally:
        await sandbox.stop()
