"""A county's duty-performance self-evaluation, as plain files."""

# A constant, because importlib.metadata costs a fifth of the start-up time.
__version__ = "0.1.0"
