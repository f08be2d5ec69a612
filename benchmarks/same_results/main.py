"""The command line of benchmarks/same-results; the first argument is the root of this checkout."""
import argparse
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import differences
import record

USAGE = """
record DIR             what the build of this checkout computes
compare BEFORE AFTER   each difference between two records; exit code 1 if there is one
against REVISION       both: a clone of that revision before, this checkout after
"""


def parse(arguments):
    name = "benchmarks/same-results"
    parser = argparse.ArgumentParser(name, description=USAGE, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True, prog=name, metavar="record|compare|against")

    recording = argparse.ArgumentParser(add_help=False)
    recording.add_argument("--data", type=Path, help="public data sets (../shared/data)")
    recording.add_argument("--quick", action="store_true", help="without the commands that take long")

    comparing = argparse.ArgumentParser(add_help=False)
    comparing.add_argument("--tolerance", type=float, default=0, metavar="REL", help="relative, of numbers (0)")
    comparing.add_argument(
        "--without", default="", metavar="PART,...", help=f"what is not compared: {', '.join(record.PARTS)}"
    )
    comparing.add_argument("--all", action="store_true", help="show more than 12 differences of a command")

    one = actions.add_parser("record", parents=[recording])
    one.add_argument("folder", type=Path)
    one.add_argument("--eckart", type=Path, help="another checkout, or its launcher")
    two = actions.add_parser("compare", parents=[comparing])
    two.add_argument("before", type=Path)
    two.add_argument("after", type=Path)
    both = actions.add_parser("against", parents=[recording, comparing])
    both.add_argument("revision")
    both.add_argument("--keep", type=Path, metavar="DIR", help="keep both records there, in before and after")
    return parser.parse_args(arguments)


def compare(before, after, options):
    without = [part for part in options.without.split(",") if part]
    unknown = sorted(set(without) - set(record.PARTS))
    if unknown:
        raise ValueError(f"--without {unknown[0]}: one of {', '.join(record.PARTS)}")
    return differences.show(before, after, options.tolerance, without, None if options.all else 12)


def clone(root, revision, folder):
    def git(*arguments):
        return subprocess.run(["git", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    commit = git("-C", root, "rev-parse", "--verify", revision + "^{commit}")
    git("clone", "--quiet", "--shared", "--no-checkout", root, folder)
    git("-C", folder, "checkout", "--quiet", "--detach", commit)
    return Path(folder) / "eckart"


def against(root, options):
    with tempfile.TemporaryDirectory(prefix="same-results-") as temporary:
        records = options.keep or Path(temporary)
        old = clone(root, options.revision, Path(temporary) / "clone")
        for launcher, name in (old, "before"), (root / "eckart", "after"):
            record.record(launcher, records / name, options.data, options.quick)
        return compare(records / "before", records / "after", options)


def main():
    root = Path(sys.argv[1])
    options = parse(sys.argv[2:])
    # So that folders made for the run go when it is ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if "data" in options:
        options.data = (options.data or root / ".." / "shared" / "data").resolve()
    try:
        if options.action == "record":
            launcher = (options.eckart or root).resolve()
            launcher = launcher / "eckart" if launcher.is_dir() else launcher
            return record.record(launcher, options.folder, options.data, options.quick)
        if options.action == "compare":
            return compare(options.before, options.after, options)
        return against(root, options)
    except (OSError, ValueError, subprocess.CalledProcessError) as problem:
        print(f"same-results: {problem}", file=sys.stderr)
        return 2


sys.exit(main())
