"""Programs of Python with scikit-learn from start to end: scikit_learn_start.py FOLDER THREADS."""
import pickle
import subprocess
import sys
import time

import pandas as pd
from sklearn.decomposition import PCA

import scikit_learn_versions
import side

VERSION = "import sklearn; print(sklearn.__version__)"
ENCODE = """
import pickle, sys
import pandas as pd
folder = sys.argv[1]
with open(folder + "/pca.pickle", "rb") as file:
    model = pickle.load(file)
codes = model.transform(pd.read_csv(folder + "/rows.csv").to_numpy())
pd.DataFrame(codes).to_csv(folder + "/codes-python.csv", index=False)
"""


def main():
    folder = sys.argv[1]
    answers = side.take_output()
    with open(folder + "/pca.pickle", "wb") as file:
        pickle.dump(PCA(8).fit(pd.read_csv(folder + "/rows.csv").to_numpy()), file)

    def run(program):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program, folder], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def encode():
        seconds = run(ENCODE)
        with open(folder + "/codes-python.csv") as file:
            return seconds, sum(1 for _ in file), 0

    methods = {"scikit-learn-version": lambda: (run(VERSION), float("nan"), 0), "scikit-learn-encode": encode}
    side.answer(answers, scikit_learn_versions.NAME, scikit_learn_versions.versions(), methods)


main()
