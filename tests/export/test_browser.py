"""The page opened in a real browser. Without one the test says so; `.ci/run` installs one and asks for it (ELECTRULES_BROWSER)."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
import reading

from electrules.calendar import Calendar
from electrules.export import calendar_document

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr",
)  # fmt: skip


@pytest.fixture
def browser() -> str:
    """A Chromium."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None and os.environ.get("ELECTRULES_BROWSER"):
        pytest.fail("ELECTRULES_BROWSER is set, and no Chromium is installed")
    if found is None:
        pytest.skip("no Chromium: the calendar page was not opened in a browser")
    return found


def opened(browser: str, page: Path, *wanted: str) -> subprocess.CompletedProcess[str]:
    command = [browser, *QUIET, f"--user-data-dir={page.parent / 'profile'}", *wanted, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)


def test_a_browser_shows_the_page(browser: str, calendar: Calendar, tmp_path: Path) -> None:
    page, picture = tmp_path / "lịch.html", tmp_path / "page.png"
    page.write_bytes(calendar_document(calendar, ".html", "vi"))
    done = opened(browser, page, "--dump-dom", f"--screenshot={picture}", "--window-size=1280,1600")
    assert "CONSOLE" not in done.stderr  # nothing was refused, nothing failed to load
    drawn = picture.read_bytes()
    assert struct.unpack(">II", drawn[16:24]) == (1280, 1600) and len(drawn) > 60_000  # an empty page of that size has some 8,000 bytes
    if done.stdout.strip():
        assert reading.from_html(done.stdout.encode()) == reading.from_html(page.read_bytes())
