"""faults [--kills N] [--commands NAME,...] [--seed N] [--eckart COMMAND] [--only kills|faults]: trials in a temporary folder, and a table of what happened."""

import argparse
import pathlib
import tempfile

from kills import PARTS, all_kills
from surroundings import all_faults


def table(heads, lines):
    rows = [heads, *[[str(cell) for cell in line] for line in lines]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def main():
    parser = argparse.ArgumentParser(prog="faults")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--eckart", help="the command to run instead of ./eckart", default=None)
    parser.add_argument("--only", choices=["kills", "faults"], default=None)
    parser.add_argument("--commands", help="commands to kill, with commas", default=",".join(PARTS))
    given = parser.parse_args()
    eckart = [given.eckart or given.root / "eckart"]
    with tempfile.TemporaryDirectory(prefix="eckart-faults-") as name:
        folder = pathlib.Path(name)
        if given.only != "faults":
            lines = all_kills(eckart, folder, given.kills, given.seed, given.commands.split(","))
            total = ("all", sum(line[1] for line in lines), sum(line[2] for line in lines), "")
            print(table(["killed", "times", "while writing", "found"], [*lines, total]), flush=True)
        if given.only != "kills":
            print(table(["fault", "exit code", "said", "files"], all_faults(given.root, eckart, folder)))


main()
