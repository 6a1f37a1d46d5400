"""The cases that `benchmarks/run` knows: our command, the peers', and the work of a step."""

from dataclasses import dataclass

from . import operations

B32, B16, TINY = "benchmarks/shapes/vit-b-32", "benchmarks/shapes/vit-b-16", "models/ood-tiny"


@dataclass
class Case:
    """Commands without the program in front: {threads}, {inputs} and {scratch} are filled in."""
    about: str
    ours: list
    # Name: script in peers/ and its arguments.
    peers: dict
    # Matrix operations of a step, ours and the peers', where they are known.
    operations: tuple = None
    # Both run from start to end for each step, instead of staying warm.
    whole: bool = False
    program: str = "benchmarks"
    # The peer whose whole run is put together from steps: CoOp's own procedure.
    whole_run: str = None
    # Whether ours keeps image features over the steps.
    keeps_features: bool = True


def encode_images(model, batch):
    common = ["--model", model, "--batch", str(batch), "--threads", "{threads}"]
    return Case(
        f"image features of {batch} images, {model.split('/')[-1]}", ["encode-images", *common],
        {peer: ["encode_images.py", peer, *common]
         for peer in ("onnxruntime", "compiled", "transformers", "open-clip")},
        tuple(batch * operations.image(model, pooled) for pooled in (True, False)))


def encode_text():
    common = ["--model", B32, "--threads", "{threads}"]
    return Case(
        "text features of 1,000 class prompts, vit-b-32", ["encode-text", *common],
        {peer: ["encode_text.py", peer, *common]
         for peer in ("onnxruntime", "open-clip", "transformers", "transformers-longest",
                      "onnxruntime-longest")})


def train(case, model, warm_up):
    common = [case, "--model", model, "--threads", "{threads}", "--warm-up", str(warm_up)]
    peers = {
        "torch": ["train.py", *common], "torch-compiled": ["train.py", *common, "--compiled"]}
    if case == "contrastive":
        peers["torch-longest"] = ["train.py", *common, "--longest"]
    about = {
        "full": "image tower and classifier head", "contrastive": "both towers, class captions"}
    return Case(
        f"full fine-tuning step, {about[case]}, {model.split('/')[-1]}", ["train", *common], peers)


def few_shot(case, about, peers, whole_run=None):
    common = ["--model", B32, "--threads", "{threads}"]
    return Case(
        f"{about}, 100 classes, vit-b-32", ["few-shot", case, *common],
        {name: ["few_shot.py", peer, *common] for name, peer in peers.items()},
        whole_run=whole_run)


def scoring(case, ours, peers):
    common = ["--inputs", "{inputs}", "--repetitions", "1"]
    return Case(
        f"{case[0]} of the inputs of peers/inputs.py", [*ours, *common],
        {peer: ["scoring.py", peer, *case, *common] for peer in peers}, whole=True)


def metrics(size):
    return scoring(
        ["metrics", "--size", str(size)], ["metrics", "--size", str(size)],
        ["pytorch-ood", "scikit-learn"])


def detectors(name, peers):
    threads = ["--threads", "{threads}"]
    return scoring([name, *threads], ["detectors", name, *threads], peers)


CASES = {
    "encode-images-vit-b-32": encode_images(B32, 32),
    "encode-images-vit-b-16": encode_images(B16, 32),
    "encode-images-tiny-32": encode_images(TINY, 32),
    "encode-images-tiny-256": encode_images(TINY, 256),
    "encode-text": encode_text(),
    "train-tiny": train("contrastive", TINY, 3),
    "train-full-vit-b-32": train("full", B32, 1),
    "train-contrastive-vit-b-32": train("contrastive", B32, 1),
    "clip-lora": few_shot("clip-lora", "CLIP-LoRA's step", {"own-procedure": "clip-lora"}),
    "coop": few_shot(
        "coop", "CoOp's step",
        {"own-procedure": "coop", "features-cached": "coop-cached", "prompts-cut": "coop-cut"},
        whole_run="own-procedure"),
    "coop-crops": Case(
        "CoOp's step on crops drawn anew, as published, 100 classes, vit-b-32",
        ["few-shot", "coop", "--model", B32, "--threads", "{threads}", "--views", "coop"],
        {"own-procedure": ["few_shot.py", "coop", "--model", B32, "--threads", "{threads}"]},
        whole_run="own-procedure", keeps_features=False),
    "coop-1000-classes": Case(
        "CoOp's step with 1,000 classes: its peak memory", [
            "few-shot", "coop", "--model", B32, "--threads", "{threads}", "--names",
            "benchmarks/few-shot/imagenet.txt"], {}),
    "gemm-peak": Case(
        "the largest products that there are", ["gemm-peak", "--threads", "{threads}"], {}),
    "end-to-end": Case(
        "quickstart's sweep, nothing cached", [
            "sweep", "sweeps/quickstart.yaml", "--threads", "{threads}", "--out",
            "{scratch}/ours/out", "--cache", "{scratch}/ours/cache"],
        {"torch": ["../end-to-end/quickstart.py", "--threads", "{threads}", "--out",
                   "{scratch}/theirs"]}, whole=True, program="ood"),
    "metrics-1000000": metrics(1_000_000),
    "metrics-10000000": metrics(10_000_000),
    "detectors-logits": detectors("logits", ["numpy", "pytorch"]),
    "detectors-mahalanobis": detectors("mahalanobis", ["pytorch-ood"]),
    "detectors-rmds": detectors("rmds", ["pytorch-ood"]),
    "detectors-knn": detectors("knn", ["faiss"]),
}
