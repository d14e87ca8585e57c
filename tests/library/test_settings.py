"""Settings come back as they were, and nonsense counts as not set."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.settings import MEASURE_CELLS, AmbiguousWidth, CopyWay, Settings, Theme
from reader.model import Script

SETTINGS = st.builds(
    Settings,
    language=st.sampled_from([None, "zh", "en"]),
    theme=st.sampled_from(Theme),
    measure_cells=st.sampled_from(MEASURE_CELLS),
    script=st.sampled_from([None, *Script]),
    highlighting=st.booleans(),
    copy_way=st.sampled_from(CopyWay),
    ambiguous_width=st.sampled_from(AmbiguousWidth),
)


@given(SETTINGS)
def test_settings_come_back_as_they_were_stored(settings: Settings) -> None:
    assert Settings.from_stored(settings.stored()) == settings


def test_every_setting_has_a_value_that_holds_at_first() -> None:
    assert Settings.from_stored({}) == Settings()
    assert Settings.names() == tuple(field.name for field in fields(Settings))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("theme", "purple"),
        ("measure_cells", "7"),
        ("measure_cells", "many"),
        ("script", "klingon"),
        ("highlighting", "yes"),
        ("ambiguous_width", "3"),
        ("unknown", "1"),
    ],
)
def test_nonsense_counts_as_not_set(name: str, value: str) -> None:
    assert Settings.from_stored({name: value, "copy_way": "tmux"}) == Settings(copy_way=CopyWay.TMUX)
