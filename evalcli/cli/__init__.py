"""Commands, messages, endings.

In:  what somebody typed.   Out: payload on stdout, talk on stderr, an exit code of `exits.py`.
New: a command is one module in `commands/` with a `command`, and its name in `main.COMMANDS`.
"""
