"""A stranger's first five minutes, in a browser: `readout demo` started as the README says, played on its chat page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PICTURE = Path(__file__).parents[2] / "docs" / "chat.png"
MORE_MINISTERS = (
    "Minister of Health of Latvia Ilze Vinkele",
    "Minister of Health of Cuba Roberto Morales Ojeda",
    "Minister of Health of Türkiye Fahrettin Koca",
    "Minister of Health of Poland Lukasz Szumowski",
    "Minister of Health of Slovakia Andrea Kalavska",
    "Minister of Health of Italy Giulia Grillo",
)
"""Whom Kazakhstan's minister meets in texts of ours that fill a second page."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where `readout demo` serves its page."""
    readout = str(Path(sys.executable).parent / "readout")
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, minister in enumerate(MORE_MINISTERS, start=1):
        (texts / f"{number}.txt").write_text(
            f"ASTANA, Kazakhstan, May {number}, 2019. Kazakh Health Minister Yelzhan Birtanov met with {minister}."
        )
    database = ["--database", str(tmp_path / "demo.sqlite")]
    subprocess.run([readout, "ingest", str(texts), *database], cwd=tmp_path, check=True, capture_output=True)
    command = [readout, "demo", "--port", "0", "--limits", "off", *database]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
        assert demo.stdout
        assert demo.stderr
        first_line = demo.stdout.readline()
        found = re.search(r"http://\S+", first_line)
        if not found:
            demo.kill()
            pytest.fail(f"the demo did not start: {first_line}{demo.stderr.read()}")
        yield found[0]
        demo.terminate()
        assert demo.wait(20) == 0
        assert demo.stderr.read() == "", "nothing went wrong behind the page"


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """A phone's browser on that page."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: install it with apt-get install chromium")
        pytest.skip("no Chromium: install it with apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto(address)
        expect(opened.locator("html[data-ready]")).to_be_attached()
        yield opened
        assert faults == []
        browser.close()


def _log(page: Page) -> Locator:
    return page.get_by_role("log")


def _last(page: Page) -> Locator:
    return _log(page).locator("article[data-from=bot]").last


def _write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Message").fill(text)
    page.get_by_role("button", name="Send").click()


def test_a_stranger_asks_pages_subscribes_and_gets_tomorrows_digest(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(_last(page)).to_contain_text("Readout")

    _write(page, "/country Kazakhstan")
    expect(_last(page)).to_contain_text("Kazakhstan · 10 stories")
    expect(_last(page)).to_contain_text("Olzhas Bektenov")
    _last(page).get_by_role("button", name="Older").click()
    expect(_last(page)).to_contain_text("date unknown")
    expect(_last(page)).not_to_contain_text("Olzhas Bektenov")
    _last(page).get_by_role("button", name="Newer").click()
    expect(_last(page)).to_contain_text("Olzhas Bektenov")
    if os.environ.get("READOUT_WRITE_PICTURE"):
        page.screenshot(path=PICTURE)

    _last(page).get_by_role("button", name="Evidence").first.click()
    expect(_last(page)).to_contain_text("retold sample")

    _write(page, "/subscribe daily 08:00 Kazakhstan")
    expect(_last(page)).to_contain_text("08:00")

    page.get_by_role("button", name="Demo clock").click()
    page.get_by_role("button", name="to tomorrow 08:00").click()
    page.get_by_role("button", name="Back to the chat").click()
    expect(_last(page)).to_contain_text("from the archive", ignore_case=True)
    expect(_last(page)).to_contain_text("Olzhas Bektenov")
