"""Makes the inputs in in/: parts of the public data sets where they are there, and rows drawn from a fixed seed."""
import csv
import gzip
import random
import struct
import zlib


def make(data, folder):
    folder.mkdir()
    planted(folder)
    texts(folder)
    refused(folder)
    arrays(folder)
    few_labels(data / "digits/digits.csv.gz", folder / "digits-few.csv", "label", 600, 10)
    few_labels(data / "iris/iris.csv.gz", folder / "iris-few.csv", "label", 150, 5)
    few_labels(data / "wine_quality/wine_quality.csv.gz", folder / "quality-few.csv", "quality", 800, 6)
    few_labels(data / "california_housing/housing.csv.gz", folder / "housing.csv", None, 1200, 1)
    images(data / "fashion_mnist", folder)
    faces(data / "olivetti/images-idx3-ubyte.gz", folder / "faces")


def planted(folder):
    """400 rows from four directions and noise, and words that follow from them; a tenth of the cells missing."""
    draw = random.Random(1)
    directions = [[draw.gauss(0, 1) for _ in range(10)] for _ in range(4)]
    rows = []
    for number in range(400):
        code = [draw.gauss(0, 3 - at / 2) for at in range(4)]
        cells = [sum(c * d[at] for c, d in zip(code, directions)) + draw.gauss(0, 0.5) for at in range(10)]
        words = ["low" if code[0] < -2 else "high" if code[0] > 2 else "middle", "yes" if code[1] > 0 else "no"]
        texts = [f"{cell + 20:.4f}" for cell in cells] + words
        rows.append(["" if draw.random() < 0.1 else cell for cell in texts] + [f"row {number}, as drawn"])
    header = [f"x{at}" for at in range(10)] + ["level", "truth", "note"]
    write(folder / "planted.csv", header, rows)
    turned = list(range(12, -1, -1))
    write(folder / "reordered.csv", [header[at] for at in turned], [[row[at] for at in turned] for row in rows])
    rows[7][10] = "unheard of"
    write(folder / "new-level.csv", header, rows)
    columns = [[f"{draw.gauss(0, 2):.3f}" for _ in range(40)] for _ in range(8)]
    write(folder / "columns.csv", [f"s{at}" for at in range(40)], columns)


def texts(folder):
    """Tables with quotes, line ends, delimiters and blanks that must come back as they were."""
    draw = random.Random(2)
    lines = ['name,"height, cm",weight,"said ""so""",kind']
    for number in range(60):
        height = draw.gauss(170, 10)
        cells = [f"{height:.1f}", f" {height * 0.6 - 35 + draw.gauss(0, 4):.2f}", f'"{draw.gauss(0, 1):.3f}"']
        cells = [("", '""', "NA")[number % 3] if draw.random() < 0.15 else cell for cell in cells]
        kind = "" if number % 4 == 3 else '"tall"' if height > 170 else "short"
        name = f'"Name, ""{number}"""' if number % 5 else f'"two\nlines {number}"'
        lines.append(",".join([name, *cells, kind]))
    content = "\r\n".join(lines[:20] + [""] + lines[20:]) + "\r\n"
    (folder / "quoted.csv").write_bytes(content.encode())
    # Two members, as from files that were put one after another.
    parts = content[:900].encode(), content[900:].encode()
    (folder / "quoted.csv.gz").write_bytes(b"".join(gzip.compress(part, mtime=0) for part in parts))
    rows = [[f"{draw.gauss(at, 2):.2f}" if draw.random() < 0.9 else "" for at in range(5)] for _ in range(80)]
    semicolons = ["a;b;c;d;e;text"] + [";".join(row) + f";é {number}" for number, row in enumerate(rows)]
    (folder / "semicolons.csv").write_bytes(("\ufeff" + "\n".join(semicolons)).encode())
    tabs = ["\t".join(["id", *"abcde"])]
    tabs += ["\t".join([f"id{number}", *(cell or "-999" for cell in row)]) for number, row in enumerate(rows)]
    (folder / "tabs.tsv").write_text("\n".join(tabs) + "\n", newline="")


def refused(folder):
    (folder / "ragged.csv").write_text("a,b,c\n1,2,3\n4,5\n6,7,8\n")
    (folder / "empty-column.csv").write_text("a,b\n1,\n2,\n,\n4,\n")


def arrays(folder):
    draw = random.Random(3)
    rows = [[draw.gauss(0, 1)] * 6 for _ in range(120)]
    rows = [[cell + draw.gauss(0, 0.4) if draw.random() < 0.85 else float("nan") for cell in row] for row in rows]
    npy(folder / "holes.npy", rows)
    npy(folder / "infinite.npy", [[1.0, 2.0], [3.0, float("inf")], [5.0, 7.0]])


def npy(path, rows):
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({len(rows)}, {len(rows[0])}), }}"
    header = header.ljust(117) + "\n"
    cells = [cell for row in rows for cell in row]
    content = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode()
    path.write_bytes(content + struct.pack(f"<{len(cells)}f", *cells))


def few_labels(source, target, label, count, every):
    """The first rows of a table; of the column `label` one cell in so many stays."""
    if not source.exists():
        return
    with gzip.open(source, "rt", newline="") as lines:
        header, *rows = csv.reader(lines)
    rows = rows[:: max(1, len(rows) // count)][:count]
    if label:
        at = header.index(label)
        rows = [row[:at] + [row[at] if number % every == 0 else ""] + row[at + 1 :] for number, row in enumerate(rows)]
    write(target, header, rows)


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def images(source, folder, count=1500):
    """The first of the test images, and their labels."""
    for name, header, size in ("images-idx3", 16, 784), ("labels-idx1", 8, 1):
        file = source / f"t10k-{name}-ubyte.gz"
        if file.exists():
            content = gzip.open(file).read(header + count * size)
            target = folder / ("fashion.idx" if size > 1 else "fashion-labels.idx")
            target.write_bytes(content[:4] + struct.pack(">I", count) + content[8:])


def faces(source, folder, persons=6):
    """Ten pictures of each person, in a folder for each."""
    if not source.exists():
        return
    content = gzip.open(source).read(16 + persons * 10 * 4096)[16:]
    for number in range(persons * 10):
        person = folder / f"person{number // 10}"
        person.mkdir(parents=True, exist_ok=True)
        png(person / f"{number % 10}.png", content[number * 4096 : (number + 1) * 4096], 64)


def png(path, pixels, side):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + pixels[at : at + side] for at in range(0, len(pixels), side))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    )
