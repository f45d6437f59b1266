"""Units in a reckoning: which go together, and what becomes of them."""

# Persons are counted as 人 or as 名; shares and the difference of two shares are both numbers of percent.
_SAME = {"名": "人", "百分点": "%"}
# A share or a ratio scales what it is multiplied with; the other unit stays.
_SCALES = ("", "%", "百分点", "比")


def same(left: str, right: str) -> bool:
    """Return whether two units may be added and compared."""
    return _SAME.get(left, left) == _SAME.get(right, right)


def times(left: str, right: str) -> str:
    """Return the unit of a product: 元/人 × 人 is 元."""
    if right in _SCALES:
        return left or right
    if left in _SCALES:
        return right
    for per, count in ((left, right), (right, left)):
        whole, slash, each = per.rpartition("/")
        if slash and same(each, count):
            return whole
    return f"{left}·{right}"


def over(left: str, right: str) -> str:
    """Return the unit of a quotient: 元 ÷ 人 is 元/人, 人 ÷ 人 is a plain number."""
    if same(left, right):
        return ""
    if right in _SCALES:
        return left
    return f"{left or '1'}/{right}"
