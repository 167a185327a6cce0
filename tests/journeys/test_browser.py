"""A stranger's first minutes, in a browser: `readout demo` started as the README says, played on its chat page."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.sandbox import SANDBOX_TOKEN

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
READOUT = str(Path(sys.executable).parent / "readout")
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


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """Where `readout demo` serves its page, for as long as the block lasts."""
    command = [READOUT, "demo", "--port", "0", "--limits", "off", "--database", database.name]
    with subprocess.Popen(
        command, cwd=database.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout
        assert demo.stderr
        first_line = demo.stdout.readline()
        found = re.search(r"http://\S+", first_line)
        if not found:
            demo.kill()
            pytest.fail(f"the demo did not start: {first_line}{demo.stderr.read()}")
        try:
            yield found[0]
        finally:
            demo.terminate()
            ended = demo.wait(20)
        assert ended == 0
        assert demo.stderr.read() == "", "nothing went wrong behind the page"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The demo's file, not there yet."""
    return tmp_path / "demo.sqlite"


@pytest.fixture
def address(database: Path) -> Iterator[str]:
    """A new demo's page."""
    with serving(database) as served:
        yield served


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: install it with apt-get install chromium")
        pytest.skip("no Chromium: install it with apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Page]:
    """A phone on that page."""
    opened = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.goto(address)
    expect(opened.locator("html[data-ready]")).to_be_attached()
    yield opened
    assert faults == []
    opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A phone on a new demo's page."""
    with visiting(browser, address) as opened:
        yield opened


def _ingest_more(database: Path) -> None:
    texts = database.parent / "texts"
    texts.mkdir()
    for number, minister in enumerate(MORE_MINISTERS, start=1):
        (texts / f"{number}.txt").write_text(
            f"ASTANA, Kazakhstan, May {number}, 2019. Kazakh Health Minister Yelzhan Birtanov met with {minister}."
        )
    command = [READOUT, "ingest", "texts", "--database", database.name]
    subprocess.run(command, cwd=database.parent, check=True, capture_output=True)


def _log(page: Page) -> Locator:
    return page.get_by_role("log")


def _last(page: Page) -> Locator:
    return _log(page).locator("article[data-from=bot]").last


def _write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Message").fill(text)
    page.get_by_role("button", name="Send").click()


def test_a_stranger_asks_pages_subscribes_and_gets_tomorrows_digest(page: Page, database: Path) -> None:
    _ingest_more(database)
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

    _last(page).get_by_role("button", name="Evidence").first.click()
    expect(_last(page)).to_contain_text("retold sample")

    _write(page, "/subscribe daily 08:00 Kazakhstan")
    expect(_last(page)).to_contain_text("08:00")

    page.get_by_role("button", name="Demo clock").click()
    page.get_by_role("button", name="to tomorrow 08:00").click()
    expect(page.get_by_role("button", name="Back to the chat")).to_be_hidden()  # a clock that moved gives it back
    expect(_last(page)).to_contain_text("from the archive", ignore_case=True)
    expect(_last(page)).to_contain_text("Olzhas Bektenov")


def test_a_long_answer_is_read_from_its_heading(page: Page) -> None:
    """Its picture stands on the first page: WRITE_PICTURE=1 takes it anew."""
    page.get_by_role("button", name="Start").click()
    expect(_last(page)).to_contain_text("Readout")
    _write(page, "/country Kazakhstan")
    expect(_last(page)).to_contain_text("Kazakhstan · 4 stories")
    answer, log = _last(page).bounding_box(), _log(page).bounding_box()
    assert answer
    assert log
    assert answer["height"] > log["height"], "else this shows nothing"
    assert 0 <= answer["y"] - log["y"] < 20
    if os.environ.get("WRITE_PICTURE"):
        page.screenshot(path=PICTURE)


def test_an_empty_chat_shows_what_the_bot_says_of_itself(page: Page, address: str) -> None:
    expect(_log(page)).to_contain_text("What can this bot do?")
    said = {"description": "I know who met whom.", "language_code": "en"}
    asked = urllib.request.Request(
        f"{address}/bot{SANDBOX_TOKEN}/setMyDescription",
        json.dumps(said).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked) as answered:
        assert answered.status == 200
    expect(_log(page)).to_contain_text("I know who met whom.")


def test_a_time_that_is_past_is_answered_in_words(page: Page) -> None:
    page.get_by_role("button", name="Demo clock").click()
    for written, answer in (
        ("2020-01-01T08:00", "The clock goes forward only."),
        ("", "no time the clock could go to"),
    ):
        page.get_by_label("Another time").fill(written)
        page.get_by_role("button", name="Move the clock to this time").click()
        expect(page.get_by_role("status").filter(has_text=answer)).to_be_in_viewport()


def test_the_header_fits_the_smallest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    for text in (page.locator("#chat-title"), page.locator("#chat-status"), page.locator("#clock-chip")):
        assert text.evaluate("node => node.scrollWidth <= node.clientWidth"), "cut off"
        expect(text).to_be_in_viewport(ratio=1)


def test_the_people_stay_in_place_while_messages_arrive(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    people = page.get_by_role("radio")
    people.nth(1).focus()
    kept = [person.element_handle() for person in people.all()]
    assert all(kept)
    page.evaluate(
        """fetch("/page/write", {
             method: "POST",
             headers: { "Content-Type": "application/json", "X-Sandbox-Page": "1" },
             body: JSON.stringify({ person_id: 2001, chat_id: 2001, text: "/help" }),
           })"""
    )
    expect(_last(page)).to_contain_text("/country")
    assert all(handle and handle.evaluate("node => node.isConnected") for handle in kept)
    expect(people.nth(1)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#chat-status")).to_contain_text("Deniz")
    expect(people.nth(1)).to_be_focused()


def test_a_demo_started_again_says_what_is_not_kept_and_what_a_reset_deletes(browser: Browser, database: Path) -> None:
    with serving(database) as address, visiting(browser, address) as page:
        page.get_by_role("button", name="Start").click()
        _write(page, "/subscribe daily 08:00 Kazakhstan")
        expect(_last(page)).to_contain_text("08:00")
    with serving(database) as address, visiting(browser, address) as page:
        expect(_log(page)).to_contain_text("Earlier messages are not kept")
        _write(page, "/digest")
        expect(_last(page)).to_contain_text("Olzhas Bektenov")
        page.get_by_role("button", name="Demo clock").click()
        page.get_by_role("button", name="Reset the demo").click()
        expect(page.get_by_role("dialog")).to_contain_text("Everything in demo.sqlite is deleted")
        page.get_by_role("button", name="Reset", exact=True).click()
        page.get_by_role("button", name="Back to the chat").click()
        expect(page.get_by_role("button", name="Start")).to_be_visible(timeout=30_000)
