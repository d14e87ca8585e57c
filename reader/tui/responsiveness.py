"""What Python does now and then that the screen would stand still for, and how much of it.

It looks through everything that is alive, which takes a tenth of a second once dictionaries and a few articles are;
what is no longer referred to goes at once all the same, only what refers to itself waits. And it lets a thread that
looks for findings go on for a while before the screen has its turn.
"""

from __future__ import annotations

import gc
import sys
from functools import cache

YOUNG_OBJECTS = 10_000
"""New objects before those that are new are looked through, some milliseconds of work."""
MIDDLE_ROUNDS = 10
"""Such rounds before what they left is looked through."""
FULL_ROUNDS = 50
"""Those rounds before everything is looked through that was not set apart."""
TURN_SECONDS = 0.001
"""How long a thread goes on while another waits for its turn."""


def stay_responsive() -> None:
    """Look through new objects in larger rounds and hardly ever through everything, and take short turns."""
    gc.set_threshold(YOUNG_OBJECTS, MIDDLE_ROUNDS, FULL_ROUNDS)
    sys.setswitchinterval(TURN_SECONDS)


@cache
def keep_loaded() -> None:
    """Set apart what is alive now, dictionaries and tables, so that it is never looked through; done once."""
    gc.freeze()
