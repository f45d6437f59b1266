"""One module a command: options, one call into `flow`, one into `show`."""
