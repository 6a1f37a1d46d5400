"""The peers' side of `benchmarks metrics` and `benchmarks detectors`: the same work, timed alike.

    python benchmarks/peers/scoring.py PROGRAM CASE --inputs FOLDER [--size N] [--threads 2]

Programs: scikit-learn, pytorch-ood, openood, numpy, pytorch, faiss. Prints one JSON line: seconds of
the fastest of `--repetitions` after a warm-up, a checksum of the result, and the peak memory of the
process. `openood` is its rule written anew (scikit-learn's roc_curve, first point with TPR >= 0.95).
"""

import argparse
import json
import os
import resource
import sys
import time

THREADS = sys.argv[sys.argv.index("--threads") + 1] if "--threads" in sys.argv else "2"
os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = THREADS
os.environ["OPENBLAS_NUM_THREADS"] = THREADS

import numpy as np  # noqa: E402  (threads are read when it is imported)
from safetensors.numpy import load_file  # noqa: E402


def metrics(program, inputs, size):
    scores = load_file(f"{inputs}/scores-{size}.safetensors")
    conf = np.concatenate([scores["id"], scores["ood"]])
    is_ood = np.concatenate([np.zeros(len(scores["id"]), int), np.ones(len(scores["ood"]), int)])
    if program == "pytorch-ood":
        import torch
        from pytorch_ood.metrics import OODMetrics

        outlier, labels = torch.from_numpy(-conf), torch.from_numpy(-is_ood)

        def work():
            meter = OODMetrics()
            meter.update(outlier, labels)
            return meter.compute()["AUROC"]

    else:
        from sklearn.metrics import auc, precision_recall_curve, roc_auc_score, roc_curve

        def area(labels, values):
            precision, recall, _ = precision_recall_curve(labels, values)
            return auc(recall, precision)

        def work():
            if program == "openood":
                fpr, tpr, _ = roc_curve(is_ood, -conf)
                auroc = auc(fpr, tpr)
            else:
                auroc = roc_auc_score(is_ood, -conf)
                fpr, tpr, _ = roc_curve(is_ood, -conf)
            area(is_ood, -conf), area(1 - is_ood, conf), fpr[np.argmax(tpr >= 0.95)]
            return auroc

    return work


def logits(program, case, inputs):
    values = load_file(f"{inputs}/logits.safetensors")["logits"]
    if program == "numpy":

        def softmax_max(x):
            return 1 / np.exp(x - x.max(1, keepdims=True)).sum(1)

        def energy(x):
            top = x.max(1, keepdims=True)
            return top[:, 0] + np.log(np.exp(x - top).sum(1))

        detectors = {
            "mcm": lambda: softmax_max(values / np.float32(100)), "energy": lambda: energy(values),
            "max-logit": lambda: values.max(1)}
    else:
        import torch
        from pytorch_ood.detector import EnergyBased, MaxLogit, MaxSoftmax

        x = torch.from_numpy(values)
        if program == "pytorch":
            detectors = {
                "mcm": lambda: torch.softmax(x / 100, 1).max(1).values,
                "energy": lambda: torch.logsumexp(x, 1), "max-logit": lambda: x.max(1).values}
        else:
            detectors = {
                "mcm": lambda: -MaxSoftmax.score(x / 100, t=1), "max-logit": lambda: -MaxLogit.score(x),
                "energy": lambda: -EnergyBased.score(x, t=1)}
    chosen = list(detectors) if case == "logits" else [case]
    return lambda: sum(float(detectors[name]()[0]) for name in chosen)


def features(program, case, inputs):
    data = load_file(f"{inputs}/features.safetensors")
    if program == "faiss":
        import faiss

        faiss.omp_set_num_threads(int(THREADS))

        def work():
            index = faiss.IndexFlatL2(data["train"].shape[1])
            index.add(data["train"])
            return -float(np.sqrt(index.search(data["test"], 50)[0][0, -1]))

        return work
    import torch
    from pytorch_ood.detector import KNN, RMD, Mahalanobis

    train, labels, test = (torch.from_numpy(data[key]) for key in ("train", "labels", "test"))

    def work():
        detector = {"knn": lambda: KNN(None, k=50), "rmds": lambda: RMD(None),
                    "mahalanobis": lambda: Mahalanobis(None)}[case]()
        detector.fit_features(train, labels)
        return -float(detector.predict_features(test)[0])

    return work


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("case")
    parser.add_argument("--inputs", required=True)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repetitions", type=int, default=3)
    options = parser.parse_args()
    if options.program in ("pytorch", "pytorch-ood"):
        import torch

        torch.set_num_threads(options.threads)
    if options.case == "metrics":
        work = metrics(options.program, options.inputs, options.size)
    elif options.case in ("knn", "rmds", "mahalanobis"):
        work = features(options.program, options.case, options.inputs)
    else:
        work = logits(options.program, options.case, options.inputs)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = []
    for repetition in range(options.repetitions + 1):
        start = time.perf_counter()
        result = work()
        if repetition > 0:
            times.append(time.perf_counter() - start)
    case = f"metrics-{options.size}" if options.case == "metrics" else options.case
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({
        "case": case, "program": options.program, "threads": options.threads,
        "seconds": min(times), "result": float(result), "peak_mib": after // 1024,
        "work_mib": (after - before) // 1024}))


main()
