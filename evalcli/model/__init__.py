"""The nouns. Frozen data, standard library only; no module here does anything to a file."""
