"""The list of annexes after the text (附件说明, GB/T 9704-2012, 7.3.4)."""


def labels(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands before each name: `附件：` alone for a single annex, else with numbers."""
    if len(names) == 1:
        return ("附件：",)
    return tuple(f"{'附件：' if number == 1 else ''}{number}." for number in range(1, len(names) + 1))
