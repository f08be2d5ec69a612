"""PCA by scikit-learn, and by a few lines of NumPy: scikit_learn_pca.py ROWS THREADS."""
import sys
import time

import numpy as np
import sklearn
from sklearn.decomposition import PCA, TruncatedSVD
from threadpoolctl import threadpool_limits

import scikit_learn_versions
import side


def by_model(rows, make):
    def run(k):
        model = make(int(k))
        start = time.perf_counter()
        model.fit(rows)
        seconds = time.perf_counter() - start
        error = side.mean_squared_error(rows, lambda block: model.inverse_transform(model.transform(block)))
        return seconds, error, 0

    return run


def gram_eigh(rows):
    """What one writes by hand: one product in float32, then the eigenvectors in float64."""

    def run(k):
        start = time.perf_counter()
        n = len(rows)
        mean = (np.ones(n, np.float32) @ rows).astype(np.float64) / n
        covariance = (rows.T @ rows).astype(np.float64) / n - np.outer(mean, mean)
        vectors = np.linalg.eigh(covariance)[1][:, : -int(k) - 1 : -1]
        seconds = time.perf_counter() - start
        error = side.mean_squared_error(rows, lambda block: (block - mean) @ vectors @ vectors.T + mean)
        return seconds, error, 0

    return run


def has_covariance_eigh():
    return tuple(int(part) for part in sklearn.__version__.split(".")[:2]) >= (1, 5)


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    with threadpool_limits(threads):
        rows = side.load_rows(path)
        methods = {
            "pca-randomized": by_model(rows, lambda k: PCA(k, svd_solver="randomized", random_state=0)),
            "gram-eigh": gram_eigh(rows),
            "truncated-svd": by_model(rows, lambda k: TruncatedSVD(k, random_state=0)),
        }
        if has_covariance_eigh():
            methods["pca-covariance-eigh"] = by_model(rows, lambda k: PCA(k, svd_solver="covariance_eigh"))
        side.answer(answers, scikit_learn_versions.NAME, scikit_learn_versions.versions(), methods, rows.shape)


main()
