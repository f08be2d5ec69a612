"""Runs the commands and keeps what came out of each: NAME.json, and beside it a folder with its output files."""
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import inputs
import normal

HERE = Path(__file__).parent
LONG = "# Long"

# What is kept of a command.
PARTS = ("exit_code", "result", "stdout", "stderr", "outputs")


def commands(quick):
    """Pairs of a name and the arguments."""
    for line in (HERE / "commands.txt").read_text().splitlines():
        if quick and line.startswith(LONG):
            return
        name, *arguments = shlex.split(line, comments=True) or [None]
        if name:
            yield name, [argument.replace("@/", name + "/") for argument in arguments]


def run(launcher, arguments, work):
    environment = {key: text for key, text in os.environ.items() if key != "ECKART_OPTS"}
    environment["LC_ALL"] = "C.UTF-8"
    return subprocess.run(
        [launcher, *arguments], cwd=work, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def model(content):
    metadata, tensors = normal.tensors(content)
    hashes = {name: f"{kind} {shape} {normal.sha256(data)}" for name, (kind, shape, data) in tensors.items()}
    return {"metadata": metadata, "tensors": hashes}


def keep_outputs(source, target, places):
    """Copies output files in their common form; a hash for each, for a model file one for each tensor."""
    kept = {}
    for path in sorted(file for file in source.rglob("*") if file.is_file()):
        name, content = normal.output(path, places)
        relative = path.relative_to(source).with_name(name)
        (target / relative).parent.mkdir(parents=True, exist_ok=True)
        (target / relative).write_bytes(content)
        kept[str(relative)] = model(content) if relative.suffix == ".safetensors" else normal.sha256(content)
    return kept


def answer(done, places):
    """What was printed: JSON as `result`, else as lines."""
    try:
        return {"result": normal.value(json.loads(done.stdout))}
    except ValueError:
        return {"stdout": normal.lines(done.stdout, places)}


def run_all(launcher, folder, work, places, quick):
    for name, arguments in commands(quick):
        used = [part for part in arguments if part.startswith(("in/", "data/"))]
        if not all((work / part).exists() for part in used):
            print(f"same-results: {name} left out, for want of {used[0]}", file=sys.stderr)
            continue
        (work / name).mkdir()
        start = time.monotonic(), processor_seconds()
        done = run(launcher, [*arguments, "--threads", "2"], work)
        spent = f"{time.monotonic() - start[0]:6.1f} s {processor_seconds() - start[1]:6.1f} s of processors"
        print(f"{spent}  exit {done.returncode}  {name}", file=sys.stderr)
        kept = {
            "command": shlex.join(arguments),
            "exit_code": done.returncode,
            **answer(done, places),
            "stderr": normal.lines(done.stderr, places),
            "outputs": keep_outputs(work / name, folder / name, places),
        }
        (folder / f"{name}.json").write_text(normal.pretty(kept))


def record(launcher, folder, data, quick):
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    start = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="same-results-")).resolve()
    try:
        (work / "data").symlink_to(data)
        inputs.make(work / "data", work / "in")
        # Builds if need be; what that prints is not part of any command.
        subprocess.run([launcher, "--version"], check=True, stdout=subprocess.DEVNULL)
        run_all(launcher, folder, work, {str(work): "WORK", str(launcher.parent): "CHECKOUT"}, quick)
    finally:
        shutil.rmtree(work)
    count, seconds = len(list(folder.glob("*.json"))), time.monotonic() - start
    print(f"same-results: {count} commands in {seconds:.0f} s, kept in {folder}", file=sys.stderr)
