"""Filling hidden cells by scikit-learn: scikit_learn_fill.py FOLDER THREADS."""
import sys
import time
import warnings

import numpy as np
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer
from threadpoolctl import threadpool_limits

import scikit_learn_versions
import side


def main():
    folder, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    holed, truth = np.load(f"{folder}/holed.npy"), np.load(f"{folder}/truth.npy")
    hidden = np.isnan(holed)

    def by(make):
        def run(setting):
            imputer = make(int(setting))
            start = time.perf_counter()
            filled = imputer.fit_transform(holed)
            seconds = time.perf_counter() - start
            error = np.sqrt(np.square((filled - truth)[hidden].astype(np.float64)).mean())
            return seconds, error, getattr(imputer, "n_iter_", 0)

        return run

    # That ten rounds may not be enough is known.
    warnings.filterwarnings("ignore")
    with threadpool_limits(threads):
        methods = {
            "iterative-imputer": by(lambda rounds: IterativeImputer(max_iter=rounds, random_state=0)),
            "knn-imputer": by(lambda neighbours: KNNImputer(n_neighbors=neighbours)),
        }
        side.answer(answers, scikit_learn_versions.NAME, scikit_learn_versions.versions(), methods, holed.shape)


main()
