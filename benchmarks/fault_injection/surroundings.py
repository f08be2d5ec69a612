"""Runs commands where something is wrong around them, and says what happened."""

import contextlib
import os
import shutil
import subprocess

from files import sha, tensors, write_table
from kills import halves


@contextlib.contextmanager
def mounted(folder, options):
    """A small file system; None where this user may not mount one."""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    try:
        yield folder if done.returncode == 0 else None
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)


def shell(line, **env):
    """Exit code and last line on standard error of a line for bash."""
    environment = {**os.environ, **env}
    done = subprocess.run(["bash", "-c", line], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
    said = [text for text in done.stderr.splitlines() if text.startswith("eckart: ")]
    return done.returncode, (said or [""])[-1]


def full_disk(eckart, data, folder):
    with mounted(folder / "full", "size=300k") as disk:
        if disk is None:
            return [("full disk", "-", "left out: cannot mount", "")]
        lines = []
        old = disk / "old.csv"
        old.write_text("precious\n")
        for name, words in [
            ("model", f"fit {data} --model neighbours -k 5 -o {disk}/model"),
            ("table", f"fill {data} --model mean -o {old} --force"),
            ("page", f"explore {data} --report {disk}/page.html"),
            ("study", f"study {data} --quick --out {disk}/study"),
        ]:
            filler = disk / "filler"
            filler.write_bytes(b"x" * (295 if name in ("page", "study") else 200) * 1024)
            code, said = shell(f"{eckart} {words}")
            filler.unlink()
            kept = old.read_text() == "precious\n" and not halves(disk)
            lines.append((f"full disk, {name}", code, said, "old file whole, nothing left" if kept else "DAMAGED"))
            shutil.rmtree(disk / "study", ignore_errors=True)
        (disk / "filler").write_bytes(b"x" * 290 * 1024)
        model = folder / "kept.model"
        run = f"fit {data} --model network -k 2 --epochs 3 --checkpoint {disk}/state -o {model}"
        code, said = shell(f"{eckart} {run}")
        lines.append(("full disk, checkpoint", code, said, f"model whole: {len(tensors(model)) == 64}"))
        return lines


def read_only(eckart, data, folder):
    with mounted(folder / "closed", "size=300k") as disk:
        if disk is None:
            return [("read-only folder", "-", "left out: cannot mount", "")]
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        code, said = shell(f"{eckart} fill {data} --model mean -o {disk}/out.csv")
        return [("read-only folder", code, said, f"{len(os.listdir(disk))} files")]


def standard_output(eckart, data):
    lines = []
    for name, line in [
        ("standard output closed", "{0} explore {1} >&-"),
        ("standard output full", "{0} explore {1} >/dev/full"),
        ("reader has ended", "set -o pipefail; {0} explore {1} | true"),
    ]:
        lines.append((name, *shell(line.format(eckart, data)), ""))
    return lines


def at_once(eckart, data, folder, force):
    """Two commands that write the same file at the same time, several times over."""
    words = "--force" if force else ""
    codes = []
    whole = True
    target = folder / "both.csv"
    runs = [f"{eckart} fill {data} --model {model} -o {target} {words}" for model in ("mean", "gaussian")]
    contents = set()
    for run in runs:
        shell(run.replace(str(target), str(folder / "one.csv")) + (" --force" if not force else ""))
        contents.add(sha(folder / "one.csv"))
    for _ in range(5):
        target.unlink(missing_ok=True)
        processes = [subprocess.Popen(["bash", "-c", run], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for run in runs]
        codes.append(sorted(process.wait() for process in processes))
        whole &= sha(target) in contents and not halves(folder)
    name = "two writers at once" + (", --force" if force else "")
    return (name, " ".join("/".join(map(str, pair)) for pair in codes), "", "one of the two, whole" if whole else "DAMAGED")


def no_home(eckart):
    code, said = shell(f"env -u HOME -u XDG_CACHE_HOME {eckart} --version")
    return ("no HOME", code, said, "")


def two_builds(root, folder):
    """Two first uses of a fresh copy at once."""
    copy = folder / "copy"
    subprocess.run(["git", "clone", "--quiet", str(root), str(copy)], check=True)
    start = lambda: subprocess.Popen([str(copy / "eckart"), "--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    ended = [process.communicate() + (process.returncode,) for process in [start(), start()]]
    built = sum("building" in err for _, err, _ in ended)
    same = ended[0][0] == ended[1][0] != ""
    return ("two first builds at once", f"{ended[0][2]}/{ended[1][2]}", f"{built} built, the other waited", f"same answer: {same}")


def all_faults(root, eckart, folder):
    command = str(eckart[0])
    data = folder / "table.csv"
    write_table(data, 3000, 8, 1)
    return [
        *full_disk(command, data, folder),
        *read_only(command, data, folder),
        *standard_output(command, data),
        at_once(command, data, folder, False),
        at_once(command, data, folder, True),
        no_home(command),
        two_builds(root, folder),
    ]
