"""What holds for every test: properties are tried on the same examples in each run, and however slow the machine is.

`pytest --hypothesis-profile searching` tries other examples, `pytest --randomly-seed=default` another order of the tests. What
either finds belongs into an `@example` or a test of its own.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from extract.cli_common import say

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("steady", derandomize=True, database=None, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("searching", deadline=None, suppress_health_check=_SLOW)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def spoken_language() -> Iterator[None]:
    """A command run inside a test leaves its language behind: the next test begins with that of the start."""
    language = say.language
    yield
    say.use(language)
