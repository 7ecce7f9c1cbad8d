"""The files that travel with the package are found in a wheel and in a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from electrules import resources


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    resources.resource.cache_clear()
    yield
    resources.resource.cache_clear()


def test_a_checkout_has_them_beside_the_source() -> None:
    for name in ("grammars/places.toml", "docs/errors/README.md", "rules"):
        assert resources.resource(name).exists()
    assert resources.read_table("grammars/places.toml")["article"]["en"] == "article"


def test_a_wheel_has_them_in_the_package_and_they_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "grammars").mkdir(parents=True)
    (tmp_path / "_data" / "grammars" / "places.toml").touch()
    monkeypatch.setattr(resources, "ROOTS", (tmp_path / "_data", tmp_path / "nowhere"))
    assert resources.resource("grammars/places.toml") == tmp_path / "_data" / "grammars" / "places.toml"
    with pytest.raises(FileNotFoundError):
        resources.resource("rules")
