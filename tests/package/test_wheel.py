"""The wheel alone answers: installed under a path with a letter and a blank, asked from elsewhere under LANG=C."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.slow

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


def needed(lines):
    """The distributions that *lines* of requirements name, and those that they need in turn; as installed here, so that no network is asked."""
    found = {}
    wanted = [Requirement(line) for line in lines]
    while wanted:
        each = wanted.pop()
        if each.name not in found and (each.marker is None or each.marker.evaluate({"extra": ""})):
            found[each.name] = metadata.distribution(each.name)
            assert each.specifier.contains(found[each.name].version), each
            wanted += [Requirement(line) for line in found[each.name].requires or ()]
    return found.values()


@pytest.mark.slow
def test_the_wheel_and_what_it_requires_answer_from_elsewhere(tmp_path):
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    assert built.returncode == 0, built.stderr[-2_000:]
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "Đồng hồ"
    venv.create(place, system_site_packages=False, with_pip=False)
    python = place / "bin" / "python"
    (home,) = (place / "lib").glob("python*/site-packages")
    installed = run(sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", home, wheel)
    assert installed.returncode == 0, installed.stderr[-2_000:]
    (ours,) = metadata.distributions(path=[str(home)])
    for each in needed(ours.requires):
        for file in (file for file in each.files if ".." not in file.parts):
            (home / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), home / file)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    said = run(python, "-X", "utf8=0", "-c", ASK, cwd=elsewhere, env={"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"})
    assert said.returncode == 0, said.stderr[-2_000:]
    assert "site-packages" in said.stdout
    assert said.stdout.split()[-1] == "62"
    packed = run(python, "-c", ASK, cwd=elsewhere, env={"PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"})
    assert (packed.returncode, packed.stdout.split()[-1:], ".whl" in packed.stdout) == (0, ["62"], True), packed.stderr[-2_000:]
    typed = run(place / "bin" / "python", "-m", "electrules", "--version", cwd=elsewhere)
    assert typed.stdout == f"electrules {ours.version}\n"
