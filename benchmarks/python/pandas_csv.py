"""Reading CSV by pandas: pandas_csv.py FILE THREADS. Its parser uses one thread, whatever THREADS is."""
import sys
import time

import pandas as pd

import side


def main():
    path = sys.argv[1]
    answers = side.take_output()

    def read():
        start = time.perf_counter()
        table = pd.read_csv(path)
        seconds = time.perf_counter() - start
        return seconds, table.to_numpy().mean(), 0

    side.answer(answers, "pandas " + pd.__version__, {}, {"pandas": read})


main()
