"""sweeps/quickstart.yaml's sweep in PyTorch, as one would write it with transformers and peft.

    OOD_DATA=... python benchmarks/end-to-end/quickstart.py --out FOLDER

The same model, images, shots and settings (the `@small` presets in Sources/FineTuning): zero-shot
once, CoOp, LoRA and full fine-tuning of three seeds on two benchmarks; MCM, MSP, max-logit and
energy by scikit-learn's AUROC and FPR95; a CSV a benchmark and detector, mean and deviation over
seeds; and, as the sweep has them, accuracy and MCM on a hundred images of a few sets while each
unit trains.

Initial weights and the order of batches are PyTorch's own, so trained methods differ by what a seed
does. Zero-shot's accuracies and AUROCs are those of results/quickstart to the last digit on both
benchmarks (FPR95 is up to 0.7 lower: of thresholds with equal TPR it takes the first). Means of
three seeds on fashion-near-246, for CoOp, LoRA and full fine-tuning in per cent:
- accuracy 65.3, 71.7, 75.8; in results/quickstart 65.3, 71.4, 76.3
- MCM's AUROC against held-out clothes 63.3, 65.3, 68.5; there 61.8, 60.7, 67.3 (SD 4, 9, 5)
- against animals 71.1, 82.6, 88.0; there 70.7, 82.3, 88.3 (SD 5, 5, 2)
- on digits, CoOp's accuracy: 31.6; there 32.2 (SD 1.3)

At its best: each set is decoded once and each frozen feature computed once, prompts are padded to
the longest of their classes, LoRA's deltas are merged before scoring, AdamW is fused, and the
allocator keeps its pages.
"""

import argparse
import copy
import csv
import json
import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../peers"))

import data  # noqa: E402
from warm import tune  # noqa: E402

MODEL, BATCH = "models/ood-tiny", 32
TESTS = {"fashion-near-246": "fashion-mnist-test-kept", "digits": "mnist-5k-test"}
NEAR = {"fashion-near-246": ["fashion-mnist-test-held-out"], "digits": []}
COVARIATE = {"fashion-near-246": [], "digits": ["optdigits"]}
FAR = {
    "fashion-near-246": ["animal-mnist-test", "mnist-5k-test", "optdigits", "brain-mri"],
    "digits": ["fashion-mnist-test", "animal-mnist-test", "brain-mri"]}
TEMPLATES = {"fashion-near-246": "a photo of a {}", "digits": "a photo of the digit {}"}


class Images:
    """Pixels of all sets, decoded and resized once."""

    def __init__(self):
        with open(os.path.join(os.path.dirname(__file__), "draws.json"), encoding="utf-8") as file:
            self.draws = json.load(file)
        kept = [0, 1, 3, 5, 7, 8, 9]
        clothes, clothes_labels = data.fashion("t10k")
        digits, digit_labels = data.digits()
        optical, optical_labels = data.optical_digits()
        whole = {
            "fashion-mnist-test": clothes, "fashion-mnist-test-kept": clothes,
            "fashion-mnist-test-held-out": clothes, "mnist-5k-test": digits, "optdigits": optical,
            "animal-mnist-test": data.animals()[0], "brain-mri": data.brain_slices()}
        indices = self.draws["sets"]
        self.pixels = {name: self.prepared(whole[name][indices[name]]) for name in whole}
        renumbered = [kept.index(label) if label in kept else -1 for label in range(10)]
        self.labels = {
            "fashion-mnist-test-kept": [
                renumbered[label] for label in clothes_labels[indices["fashion-mnist-test-kept"]]],
            "mnist-5k-test": digit_labels[indices["mnist-5k-test"]],
            "optdigits": optical_labels[indices["optdigits"]]}
        self.sources = {"fashion-near-246": data.fashion("train")[0], "digits": digits}
        self.names = {
            "fashion-near-246": [data.FASHION[label] for label in kept], "digits": data.DIGITS}

    @staticmethod
    def prepared(images):
        """Pillow's bicubic to 32 x 32, three channels, CLIP's normalisation."""
        import numpy as np
        import torch
        from PIL import Image

        resized = np.stack([
            np.asarray(Image.fromarray(image).convert("RGB").resize((32, 32), Image.BICUBIC))
            for image in images])
        mean = torch.tensor([0.48145466, 0.4578275, 0.40821073]).view(3, 1, 1)
        deviation = torch.tensor([0.26862954, 0.26130258, 0.27577711]).view(3, 1, 1)
        return (torch.from_numpy(resized).permute(0, 3, 1, 2) / 255 - mean) / deviation

    def shots(self, benchmark, seed):
        import torch

        chosen = self.draws["shots"][benchmark][str(seed)]
        flat = [index for indices in chosen for index in indices]
        labels = [label for label, indices in enumerate(chosen) for _ in indices]
        return self.prepared(self.sources[benchmark][flat]), torch.tensor(labels)


def batches(count, epochs, seed):
    """(epoch, step, steps in all, indices), whole batches alone."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    steps = count // BATCH
    for epoch in range(epochs):
        order = torch.randperm(count, generator=generator)
        for place in range(steps):
            yield epoch, epoch * steps + place, epochs * steps, order[place * BATCH:][:BATCH]


class Trajectory:
    """Accuracy and MCM before training and after evenly spaced epochs.

    The images and epochs of Sources/Experiments/Facts/TrajectoryRecorder: at most 100 images of the
    test set, of the near and of the first far one, after ten epochs, or after so few that all looks
    take 2,000 encodings where training changes the tower.
    """

    def __init__(self, images, benchmark, base, frozen):
        names = [TESTS[benchmark], *NEAR[benchmark], FAR[benchmark][0]]
        self.rows, self.scale = [], float(base.logit_scale.exp())
        self.names, self.subsets = names, [self.chosen(images.pixels[name]) for name in names]
        self.labels = self.chosen(images.labels[names[0]])
        self.before = [
            self.chosen(known_features(base, images, frozen, name)) for name in names]

    @staticmethod
    def chosen(values):
        import torch

        values = torch.as_tensor(values)
        count = min(100, len(values))
        return values[[place * len(values) // count for place in range(count)]]

    def look(self, epoch, epochs, model, classify):
        """A point after an epoch, where it is due; a model where the tower is not the frozen one."""
        import torch

        size = sum(len(subset) for subset in self.subsets)
        looks = min(10, epochs) if model is None else min(10, epochs, 2000 // size - 1)
        if epoch and epoch * looks // epochs <= (epoch - 1) * looks // epochs:
            return
        features = self.before if model is None else [
            image_features(model, subset) for subset in self.subsets]
        with torch.no_grad():
            head = classify()
            logits = [head(part) for part in features]
        self.rows.append(
            [epoch, self.names[0], "accuracy",
             float((logits[0].argmax(dim=1) == self.labels).float().mean())])
        scores = [detectors(part, self.scale)["mcm"] for part in logits]
        for name, outside in zip(self.names[1:], scores[1:]):
            for measure, value in zip(("auroc", "fpr95"), measures(scores[0], outside)):
                self.rows.append([epoch, name, measure, value])


def train(trained, loss, count, epochs, seed, rate, decay, look, clip=None):
    """AdamW with a cosine, step by step; biases and norms do not decay."""
    import torch

    groups = [
        {"params": [value for value in trained if value.ndim > 1], "weight_decay": decay},
        {"params": [value for value in trained if value.ndim <= 1], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=rate, fused=True)
    look(0)
    for epoch, step, total, chosen in batches(count, epochs, seed):
        for group in optimizer.param_groups:
            group["lr"] = rate / 2 * (1 + math.cos(math.pi * step / total))
        optimizer.zero_grad()
        loss(chosen).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(trained, clip)
        optimizer.step()
        if (step + 1) * epochs % total == 0:
            look(epoch + 1)


def image_features(model, pixels):
    import torch
    from torch.nn.functional import normalize

    with torch.inference_mode():
        return torch.cat([
            normalize(model.get_image_features(pixel_values=part).pooler_output, dim=-1)
            for part in pixels.split(200)])


def known_features(base, images, frozen, name):
    """A set's features by the tower that nothing has trained, computed once."""
    if name not in frozen:
        frozen[name] = image_features(base, images.pixels[name])
    return frozen[name]


def text_features(model, ids):
    from torch.nn.functional import normalize

    return normalize(model.get_text_features(input_ids=ids).pooler_output, dim=-1)


def tokens(tokenizer, texts):
    import torch

    return torch.tensor(tokenizer(texts, padding=True)["input_ids"])


# A unit gives (image tower or None for the frozen one, function from unit features to logits).

def zero_shot(base, names, template, tokenizer, shots, seed, trajectory):
    import torch

    with torch.no_grad():
        texts = text_features(base, tokens(tokenizer, [template.format(name) for name in names]))
        head = base.logit_scale.exp() * texts
    return None, lambda features: features @ head.T


def coop(base, names, template, tokenizer, shots, seed, trajectory):
    """Context vectors from "a photo of a", SGD by CoOp's schedule, features of the shots kept."""
    import torch
    from torch.nn.functional import cross_entropy

    model = copy.deepcopy(base)
    ids = tokens(tokenizer, [f"a photo of a {name}." for name in names])
    embedding = model.text_model.embeddings.token_embedding
    fixed, count = embedding(ids), 4
    context = torch.nn.Parameter(fixed[0, 1:1 + count].clone())

    class Prompts(torch.nn.Module):
        def forward(self, ids):
            rows = context.expand(len(ids), -1, -1)
            return torch.cat([fixed[:, :1], rows, fixed[:, 1 + count:]], dim=1)
    model.text_model.embeddings.token_embedding = Prompts()
    pixels, labels = shots
    features, scale = image_features(base, pixels).clone(), base.logit_scale.exp()
    rate, epochs = 6e-3, 50
    optimizer = torch.optim.SGD([context], lr=rate, momentum=0.9, weight_decay=5e-4)

    def classifier():
        head = scale * text_features(model, ids)
        return lambda features: features @ head.T
    trajectory.look(0, epochs, None, classifier)
    for epoch, step, total, chosen in batches(len(labels), epochs, seed):
        optimizer.param_groups[0]["lr"] = (
            1e-5 if epoch == 0 else rate / 2 * (1 + math.cos(math.pi * (epoch - 1) / epochs)))
        optimizer.zero_grad()
        logits = scale * features[chosen] @ text_features(model, ids).T
        cross_entropy(logits, labels[chosen]).backward()
        optimizer.step()
        if (step + 1) * epochs % total == 0:
            trajectory.look(epoch + 1, epochs, None, classifier)
    with torch.no_grad():
        return None, classifier()


def lora(base, names, template, tokenizer, shots, seed, trajectory):
    """Rank 4 at q, k and v of both towers; prompts are encoded in each step."""
    import torch
    from peft import LoraConfig, get_peft_model
    from torch.nn.functional import cross_entropy

    torch.manual_seed(seed)
    model = get_peft_model(copy.deepcopy(base), LoraConfig(
        r=4, lora_alpha=4, use_rslora=True, target_modules=["q_proj", "k_proj", "v_proj"]))
    ids = tokens(tokenizer, [template.format(name) for name in names])
    pixels, labels = shots

    def loss(chosen):
        logits = model(pixel_values=pixels[chosen], input_ids=ids).logits_per_image
        return cross_entropy(logits, labels[chosen])

    def classifier():
        head = model.logit_scale.exp() * text_features(model, ids)
        return lambda features: features @ head.T
    trained = [value for value in model.parameters() if value.requires_grad]
    train(
        trained, loss, len(labels), 15, seed, rate=2e-3, decay=0.01,
        look=lambda epoch: trajectory.look(epoch, 15, model, classifier))
    merged = model.merge_and_unload()
    with torch.no_grad():
        head = merged.logit_scale.exp() * text_features(merged, ids)
    return merged, lambda features: features @ head.T


def full(base, names, template, tokenizer, shots, seed, trajectory):
    """The image tower and a head that starts as the zero-shot classifier."""
    import torch
    from torch.nn.functional import cross_entropy, normalize

    model = copy.deepcopy(base)
    with torch.no_grad():
        texts = text_features(base, tokens(tokenizer, [template.format(name) for name in names]))
    head = torch.nn.Linear(texts.shape[1], len(names))
    head.weight.data = base.logit_scale.exp() * texts
    head.bias.data.zero_()
    pixels, labels = shots
    parts = [model.vision_model, model.visual_projection, head]
    trained = [value.requires_grad_(True) for part in parts for value in part.parameters()]

    def loss(chosen):
        features = model.get_image_features(pixel_values=pixels[chosen]).pooler_output
        return cross_entropy(head(normalize(features, dim=-1)), labels[chosen])
    train(
        trained, loss, len(labels), 15, seed, rate=1e-4, decay=0.1, clip=1.0,
        look=lambda epoch: trajectory.look(epoch, 15, model, lambda: head))
    return model, head


def detectors(logits, scale):
    """Larger for in-distribution images; MCM takes cosines, or what a head has in their place."""
    import torch

    cosines = logits / scale
    return {
        "mcm": torch.softmax(cosines, dim=1).max(dim=1).values,
        "msp": torch.softmax(logits, dim=1).max(dim=1).values,
        "max-logit": cosines.max(dim=1).values, "energy": torch.logsumexp(logits, dim=1)}


def measures(inside, outside):
    """AUROC, and FPR at the TPR nearest to 95 %."""
    import numpy as np
    from sklearn.metrics import roc_auc_score, roc_curve

    truth = np.r_[np.ones(len(inside)), np.zeros(len(outside))]
    scores = np.r_[inside.numpy(), outside.numpy()]
    false, true, _ = roc_curve(truth, scores, drop_intermediate=False)
    return roc_auc_score(truth, scores), false[np.argmin(np.abs(true - 0.95))]


def evaluate(unit, images, benchmark, base, frozen):
    """Rows (detector, set, measure): value."""
    import torch

    model, classify = unit
    scale = float(base.logit_scale.exp())
    test = TESTS[benchmark]
    logits = {}
    for name in [test, *NEAR[benchmark], *COVARIATE[benchmark], *FAR[benchmark]]:
        features = (
            known_features(base, images, frozen, name) if model is None
            else image_features(model, images.pixels[name]))
        with torch.inference_mode():
            logits[name] = classify(features)
    results = {}
    for name in [test, *COVARIATE[benchmark]]:
        right = logits[name].argmax(dim=1) == torch.tensor(images.labels[name])
        results["", name, "accuracy"] = float(right.float().mean())
    scores = {name: detectors(values, scale) for name, values in logits.items()}
    for detector, inside in scores[test].items():
        for name in logits:
            if name != test:
                auroc, fpr = measures(inside, scores[name][detector])
                results[detector, name, "auroc"], results[detector, name, "fpr95"] = auroc, fpr
    return results


def write_tables(folder, benchmark, units):
    """A CSV a detector: a row a method, mean and deviation over seeds in per cent."""
    import numpy as np

    for detector in ("mcm", "msp", "max-logit", "energy"):
        columns = [key for key in next(iter(units.values()))[0] if key[0] in ("", detector)]
        path = os.path.join(folder, f"{benchmark}-{detector}.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["method", "seeds"] + [
                f"{name} {measure} {kind}" for _, name, measure in columns
                for kind in ("mean", "sd")])
            for method, results in units.items():
                row = [method, len(results)]
                for key in columns:
                    values = 100 * np.array([result[key] for result in results])
                    row += [f"{values.mean():.2f}",
                            f"{values.std(ddof=1):.2f}" if len(values) > 1 else ""]
                table.writerow(row)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    tune(options.threads)
    import torch
    from transformers import CLIPModel, CLIPTokenizer

    torch.set_num_threads(options.threads)
    os.makedirs(options.out, exist_ok=True)
    images = Images()
    base = CLIPModel.from_pretrained(MODEL, dtype=torch.float32).eval().requires_grad_(False)
    tokenizer = CLIPTokenizer.from_pretrained(MODEL)
    frozen, trajectories = {}, []
    for benchmark in FAR:
        units = {}
        for method, seeds in ((zero_shot, [1]), (coop, [1, 2, 3]), (lora, [1, 2, 3]),
                              (full, [1, 2, 3])):
            results = []
            for seed in seeds:
                shots = images.shots(benchmark, seed) if method is not zero_shot else None
                trajectory = Trajectory(images, benchmark, base, frozen)
                unit = method(
                    base, images.names[benchmark], TEMPLATES[benchmark], tokenizer, shots, seed,
                    trajectory)
                trajectories += [[benchmark, method.__name__, seed, *row] for row in trajectory.rows]
                results.append(evaluate(unit, images, benchmark, base, frozen))
            units[method.__name__.replace("_", "")] = results
        write_tables(options.out, benchmark, units)
    path = os.path.join(options.out, "trajectories.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["benchmark", "method", "seed", "epoch", "set", "measure", "value"], *trajectories])


if __name__ == "__main__":
    main()
