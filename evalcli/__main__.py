"""`python -m evalcli` is `evalcli`."""

from evalcli.cli.main import main

if __name__ == "__main__":
    main()
