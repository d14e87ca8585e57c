"""Settings come back as they were, and nonsense counts as not set."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.settings import MARGIN_CELLS, MEASURE_CELLS, AmbiguousWidth, CopyWay, Settings, Theme
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
    margin_cells=st.sampled_from(MARGIN_CELLS),
    hanging_cells=st.integers(0, 2),
    justified=st.booleans(),
    spaced=st.booleans(),
    line_rows=st.integers(0, 1),
    paragraph_rows=st.integers(0, 1),
    focus_mode=st.booleans(),
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
        ("hanging_cells", "-1"),
        ("line_rows", "2"),
        ("justified", "1"),
        ("unknown", "1"),
    ],
)
def test_nonsense_counts_as_not_set(name: str, value: str) -> None:
    assert Settings.from_stored({name: value, "copy_way": "tmux"}) == Settings(copy_way=CopyWay.TMUX)
