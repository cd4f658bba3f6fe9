#!/usr/bin/env python3
"""Guards of the architecture: reads the source tree and says what breaks the rules of ARCHITECTURE.md, and what to do.
usage: python3 tests/structure/guards.py [ROOT]"""
import pathlib
import sys

import code_rules
import embedded_rules
import includes
from tree import Tree

GUARDS = includes.GUARDS + code_rules.GUARDS + embedded_rules.GUARDS


def main(root: pathlib.Path) -> int:
    tree = Tree(root)
    failed = 0
    for guard in GUARDS:
        problems = sorted(set(guard(tree)))
        if problems:
            failed += 1
            print(f"\n{guard.__name__}: {guard.__doc__.splitlines()[0]}")
        for problem in problems:
            print(problem)
    for note in code_rules.long_files(tree):
        print(f"note: {note}")
    print(f"{len(GUARDS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parents[2]
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else here))
