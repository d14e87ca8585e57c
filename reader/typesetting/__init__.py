"""From article to rows: where a row may end, how wide characters are, what each row of the screen shows."""

from reader.typesetting.cells import Cells, cells
from reader.typesetting.rows import MINIMUM_CELLS, Row, Rows, TypesetText
from reader.typesetting.sentences import next_sentence, previous_sentence, sentence_at
from reader.typesetting.setting import PageStyle

__all__ = [
    "MINIMUM_CELLS",
    "Cells",
    "PageStyle",
    "Row",
    "Rows",
    "TypesetText",
    "cells",
    "next_sentence",
    "previous_sentence",
    "sentence_at",
]
