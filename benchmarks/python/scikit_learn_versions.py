"""What scikit-learn stands on."""
import scipy
import sklearn
from threadpoolctl import threadpool_info

NAME = "scikit-learn " + sklearn.__version__


def versions():
    infos = [i for i in threadpool_info() if i["user_api"] == "blas"]
    blas = "; ".join(
        f"{i['internal_api']} {i['version']} {i.get('architecture', '')} ({i['num_threads']} threads)" for i in infos
    )
    return {"SciPy": scipy.__version__, "BLAS": blas}
