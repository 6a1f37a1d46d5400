"""Writes docs/example/images: a small benchmark of one's own, for docs/data.md and the tests.

Pictures of Fashion-MNIST (MIT) as PNG and of Animal-MNIST (MIT) as JPEG, from what
scripts/fetch-data has fetched:

    python3 scripts/example_images.py ~/.cache/ood docs/example/images     (the folder that holds root/)
"""

import csv
import gzip
import sys
from pathlib import Path

import numpy as np
import PIL
from PIL import Image

assert PIL.__version__ == "13.0.0", PIL.__version__

data, out = Path(sys.argv[1]) / "root", Path(sys.argv[2])
NAMES = {1: "trouser", 5: "sandal", 7: "sneaker", 8: "bag"}


def fashion(part):
    folder = data / "usr/share/datasets/fashion-mnist"
    images = gzip.open(folder / f"{part}-images-idx3-ubyte.gz").read()[16:]
    labels = gzip.open(folder / f"{part}-labels-idx1-ubyte.gz").read()[8:]
    return np.frombuffer(images, np.uint8).reshape(-1, 28, 28), np.frombuffer(labels, np.uint8)


def save(pixels, path, **options):
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(out / path, **options)


rows = []
for part, split, count in [("train", "train", 8), ("t10k", "test", 6)]:
    images, labels = fashion(part)
    for label in [1, 7, 8]:
        for number, index in enumerate(np.flatnonzero(labels == label)[:count]):
            path = f"clothes/{NAMES[label]}-{split}-{number}.png"
            save(images[index], path, optimize=True)
            # Whoever took the pictures: a column that `where` can choose by.
            rows.append([path, NAMES[label], split, "ann" if number % 2 == 0 else "bob"])
with open(out / "clothes.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["path", "label", "split", "camera"])
    writer.writerows(rows)

images, labels = fashion("t10k")
with open(out / "sandals.txt", "w") as file:
    for number, index in enumerate(np.flatnonzero(labels == 5)[:6]):
        path = f"sandals/{number}.png"
        save(images[index], path, optimize=True)
        file.write(f"{path} -1\n")

wheel = data / "whl/animal_mnist-0.4-py3-none-any/animal_mnist/data/Animal_MNIST"
pixels = gzip.open(wheel / "animal_data_version_3.gz").read()[150 : 150 + 10000 * 784]
animals = np.frombuffer(pixels, np.uint8).reshape(-1, 28, 28)
for number in range(6):
    save(animals[number * 1500], f"animals/{number}.jpg", quality=90)
