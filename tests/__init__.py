"""Tests run the Python that stands in the sources; what is compiled of it is compared with it by `.ci/native.py`."""

import os

os.environ.setdefault("TOWNSHIP_METRICS_PLAIN", "1")
