"""The wheel alone answers: installed under a path with a letter and a blank, asked from elsewhere under LANG=C."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AN_GIANG = {"kind": "province", "name": "An Giang", "population": 1_904_532, "mountainous": False, "highland": False, "island": False}
ASK = f"import electrules; print(ascii(electrules.__file__)); print(electrules.load().ask('seats', {AN_GIANG!r}, on='2021-05-23').value)"


def run(*command, **more):
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return subprocess.run(
        [str(each) for each in command],
        capture_output=True,
        text=True,
        check=False,
        env=env | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", **more.pop("env", {})},
        **more,
    )


@pytest.mark.slow
def test_the_wheel_answers_from_elsewhere(tmp_path):
    built = run(sys.executable, "-m", "pip", "wheel", "-q", ROOT, "--no-deps", "-w", tmp_path)
    if built.returncode and ("No matching distribution" in built.stderr or "ConnectionError" in built.stderr):
        pytest.skip(f"pip cannot fetch what builds a wheel: {built.stderr[-300:]}")
    assert built.returncode == 0, built.stderr[-2_000:]
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "Đồng hồ"
    venv.create(place, system_site_packages=False, with_pip=False)
    python = place / "bin" / "python"
    (home,) = (place / "lib").glob("python*/site-packages")
    fetched = run(sys.executable, "-m", "pip", "install", "-q", "--target", home, wheel)
    if fetched.returncode and ("No matching distribution" in fetched.stderr or "ConnectionError" in fetched.stderr):
        pytest.skip(f"pip cannot fetch what electrules needs: {fetched.stderr[-300:]}")
    assert fetched.returncode == 0, fetched.stderr[-2_000:]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    said = run(python, "-X", "utf8=0", "-c", ASK, cwd=elsewhere, env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"})
    assert said.returncode == 0, said.stderr[-2_000:]
    assert "site-packages" in said.stdout
    assert said.stdout.split()[-1] == "62"
