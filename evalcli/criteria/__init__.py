"""Packs by their names.

In:  a name (id or id@version), or a folder, and the county whose own packs come first.
Out: the `Pack`, found, read, laid over what it extends, tailored, built, and kept for next time (`kept.py`);
     its documents (`layers.py`); its worked examples, reckoned (`proofs.py`).
New: what else is asked of a pack by its name is a module here; `kept.py` imports nothing of what builds a pack.
"""

from evalcli.criteria.find import found
from evalcli.criteria.kept import load_pack, open_pack

__all__ = ["found", "load_pack", "open_pack"]
