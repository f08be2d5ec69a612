"""k-means by scikit-learn, from the first k rows: scikit_learn_kmeans.py ROWS THREADS."""
import sys
import time

from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

import scikit_learn_versions
import side


def kmeans(rows, algorithm):
    def run(k, iterations):
        k = int(k)
        model = KMeans(n_clusters=k, init=rows[:k], n_init=1, max_iter=int(iterations), tol=0, algorithm=algorithm)
        start = time.perf_counter()
        model.fit(rows)
        seconds = time.perf_counter() - start
        error = side.mean_squared_error(rows, lambda block: model.cluster_centers_[model.predict(block)])
        return seconds, error, model.n_iter_

    return run


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    with threadpool_limits(threads):
        rows = side.load_rows(path)
        methods = {"kmeans-lloyd": kmeans(rows, "lloyd"), "kmeans-elkan": kmeans(rows, "elkan")}
        side.answer(answers, scikit_learn_versions.NAME, scikit_learn_versions.versions(), methods, rows.shape)


main()
