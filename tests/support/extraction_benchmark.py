"""The benchmark of extraction as tests use it: a script beside the package, not a part of it."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType


def benchmark() -> ModuleType:
    """Return `benchmarks/extraction.py`."""
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "extraction.py"
    spec = spec_from_file_location("extraction_script", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["extraction_script"] = module
    spec.loader.exec_module(module)
    return module
