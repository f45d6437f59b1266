"""What is wrong with a formula, and where in its text."""


class FormulaFault(ValueError):
    """A formula cannot be used. `start` and `end` count characters from 0 in the text as typed."""

    def __init__(self, message: str, start: int, end: int) -> None:
        """Keep the message and the span that a caller underlines."""
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = max(end, start + 1)
