"""`python -m assistant.cli`: how `./rytme` starts the program, from a path with spaces too."""

from assistant.cli import main

if __name__ == "__main__":
    main()
