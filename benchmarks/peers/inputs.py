"""Writes the inputs that both sides of the metrics and detector benchmarks read.

    python benchmarks/peers/inputs.py --out FOLDER [--scores 10000 1000000 10000000]
        [--images 100000 --classes 1000] [--train 50000 --test 10000 --dimensions 512 --labels 100]

scores-N.safetensors: `id` and `ood`, N / 2 float64 scores each, normal, 1 apart.
logits.safetensors: `logits` [images, classes] float32 at CLIP's scale of 100.
features.safetensors: unit float32 `train` [train, dimensions] around class means, `labels`, `test`.
"""

import argparse
import os

import numpy as np
from safetensors.numpy import save_file


def unit(x):
    return (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--scores", type=int, nargs="*", default=[10_000, 1_000_000, 10_000_000])
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--classes", type=int, default=1_000)
    parser.add_argument("--train", type=int, default=50_000)
    parser.add_argument("--test", type=int, default=10_000)
    parser.add_argument("--dimensions", type=int, default=512)
    parser.add_argument("--labels", type=int, default=100)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    r = np.random.default_rng(1)
    for count in options.scores:
        save_file(
            {"id": r.normal(1, 1, count // 2), "ood": r.normal(0, 1, count // 2)},
            os.path.join(options.out, f"scores-{count}.safetensors"))
    logits = r.standard_normal((options.images, options.classes), dtype=np.float32)
    logits *= 3
    logits += 20
    save_file({"logits": logits}, os.path.join(options.out, "logits.safetensors"))
    del logits
    means = r.normal(size=(options.labels, options.dimensions))
    labels = r.integers(options.labels, size=options.train)
    train = unit(means[labels] + 2 * r.normal(size=(options.train, options.dimensions)))
    near = means[r.integers(options.labels, size=options.test)]
    near[options.test // 2 :] = 0
    test = unit(near + 2 * r.normal(size=(options.test, options.dimensions)))
    save_file(
        {"train": train, "labels": labels, "test": test},
        os.path.join(options.out, "features.safetensors"))


main()
