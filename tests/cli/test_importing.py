"""What is imported at the start is kept out of the search for garbage, which goes on afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reader.cli.importing import without_collection


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_enabled else gc.disable)()


def test_nothing_is_collected_in_between_and_what_was_made_is_set_apart() -> None:
    gc.enable()
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_what_was_off_stays_off() -> None:
    gc.disable()
    with without_collection():
        pass
    assert not gc.isenabled()


def test_an_import_that_fails_leaves_it_on() -> None:
    gc.enable()
    with pytest.raises(ModuleNotFoundError), without_collection():
        raise ModuleNotFoundError
    assert gc.isenabled()
