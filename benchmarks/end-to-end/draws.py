#!/usr/bin/env python3
"""Writes draws.json: which images ood's sweeps take where a seed draws them.

    OOD_DATA=... python benchmarks/end-to-end/draws.py

ood's stream (Philox4x32-10, Sources/RandomStreams) written anew, so that the sweep in PyTorch sees
the same shots and evaluation images; it reads the file, so that no time goes into drawing.
"""

import json

import numpy as np

import data

MASK = (1 << 64) - 1


def stream(seed, purpose):
    """64-bit numbers of a seed and a purpose."""
    fnv = 0xCBF29CE484222325
    for byte in purpose.encode():
        fnv = (fnv ^ byte) * 0x100000001B3 & MASK
    z = (fnv + 0x9E3779B97F4A7C15) & MASK
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    z ^= z >> 31
    block = 0
    while True:
        c = [block & 0xFFFFFFFF, block >> 32, z & 0xFFFFFFFF, z >> 32]
        k = [seed & 0xFFFFFFFF, seed >> 32]
        for _ in range(10):
            first, second = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
            c = [second >> 32 ^ c[1] ^ k[0], second & 0xFFFFFFFF,
                 first >> 32 ^ c[3] ^ k[1], first & 0xFFFFFFFF]
            k = [k[0] + 0x9E3779B9 & 0xFFFFFFFF, k[1] + 0xBB67AE85 & 0xFFFFFFFF]
        yield c[0] << 32 | c[1]
        yield c[2] << 32 | c[3]
        block += 1


def permutation(seed, purpose, count):
    """Fisher-Yates by Lemire's multiplication."""
    numbers, order = stream(seed, purpose), list(range(count))
    for last in range(count - 1, 0, -1):
        product = next(numbers) * (last + 1)
        while product & MASK < (1 << 64) % (last + 1):
            product = next(numbers) * (last + 1)
        chosen = product >> 64
        order[last], order[chosen] = order[chosen], order[last]
    return order


def sampled(name, count, limit=600):
    if count <= limit:
        return list(range(count))
    return sorted(permutation(0, f"sample {name}", count)[:limit])


def shots(parts, names, seed, count=16):
    """Of each class's first 90 %, as many as there are shots."""
    return [
        [int(part[place]) for place in permutation(
            seed, f"few-shot {name}", len(part) - len(part) // 10)[:count]]
        for part, name in zip(parts, names)]


def main():
    held_out = [2, 4, 6]
    kept = [label for label in range(10) if label not in held_out]
    _, train = data.fashion("train")
    _, test = data.fashion("t10k")
    images, labels = data.digits()
    digit_train, digit_test = data.split_by_index(images, labels)
    animal_test = data.split_by_index(*data.animals())[1]
    clothes, near = np.flatnonzero(np.isin(test, kept)), np.flatnonzero(np.isin(test, held_out))
    parts = data.by_class(train)
    # Positions in the whole file of each set.
    sets = {
        "fashion-mnist-test-kept": clothes[sampled("fashion-mnist-test", len(clothes))],
        "fashion-mnist-test-held-out": near[sampled("fashion-mnist-test-held-out", len(near))],
        "fashion-mnist-test": np.array(sampled("fashion-mnist-test", len(test))),
        "mnist-5k-test": digit_test[sampled("mnist-5k-test", len(digit_test))],
        "animal-mnist-test": animal_test[sampled("animal-mnist-test", len(animal_test))],
        "optdigits": np.array(sampled("optdigits", len(data.optical_digits()[0]))),
        "brain-mri": np.array(sampled("brain-mri", len(data.brain_slices()))),
    }
    digit_parts = [digit_train[labels[digit_train] == label] for label in range(10)]
    seeds = (1, 2, 3)
    written = {
        "sets": {name: [int(index) for index in indices] for name, indices in sets.items()},
        "shots": {
            "fashion-near-246": {
                seed: shots([parts[label] for label in kept],
                            [data.FASHION[label] for label in kept], seed) for seed in seeds},
            "digits": {seed: shots(digit_parts, data.DIGITS, seed) for seed in seeds}}}
    with open("benchmarks/end-to-end/draws.json", "w", encoding="utf-8") as file:
        json.dump(written, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
