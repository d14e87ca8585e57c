"""How thoroughly properties are tried: the same examples every time, or many fresh ones by hand (`.ci/soak`)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile(
    "deep", max_examples=3000, deadline=None, suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large)
)
settings.load_profile("ci")
