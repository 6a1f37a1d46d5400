"""PyTorch's side of the model benchmarks: transformers and peft on random weights of a shape.

    pip install -r benchmarks/peers/requirements.txt
    python benchmarks/peers/pytorch.py full --threads 2 --steps 20 --repetitions 9

Prints one JSON line a repetition: seconds a step and images a second (texts, for `text`). Cases:
- full         image tower and classifier head, cross entropy, every weight by AdamW: `ood`'s full
- contrastive  both towers and the logit scale, symmetric contrastive loss, every weight by AdamW
- lora         peft, r 4 on q, k, v of both towers, cross entropy over re-encoded class texts
- coop         16 context vectors (8 if the context is short), frozen towers, SGD
- image, text  forward passes alone

The peer at its best: fused AdamW, scaled-dot-product attention, and an allocator that keeps its
pages (without it page faults halve PyTorch's speed at this size; the script starts itself again
with the settings). Texts hold --text-tokens tokens: rows are never padded beyond that.
"""

import argparse
import json
import os
import resource
import sys
import time

# glibc reads these once, at the start of the process.
ALLOCATOR = {
    "MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "20000000000",
    "MALLOC_TOP_PAD_": "200000000"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("--model", help="a model folder whose config.json gives the shape")
    parser.add_argument("--vocabulary", type=int, default=49408, help="without --model")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--classes", type=int, default=10)
    parser.add_argument("--text-tokens", type=int, default=0, help="0: the whole context")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=20, help="in each repetition")
    parser.add_argument("--warm-up", type=int, default=3, help="steps before the first repetition")
    parser.add_argument("--repetitions", type=int, default=1)
    parser.add_argument("--untuned", action="store_true", help="leave the allocator as it is")
    return parser.parse_args()


def tune(threads, untuned):
    """Starts the script again under the settings that only a fresh process reads."""
    wanted = {} if untuned else dict(ALLOCATOR)
    wanted["OMP_NUM_THREADS"] = str(threads)
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **wanted})


def build(options):
    """A CLIP with random weights: the tiny shape, or that of a model folder."""
    from transformers import CLIPConfig, CLIPModel

    if options.model:
        return CLIPModel(CLIPConfig.from_pretrained(options.model))
    last = options.vocabulary - 1
    return CLIPModel(CLIPConfig(
        projection_dim=128,
        vision_config=dict(
            hidden_size=128, intermediate_size=512, num_hidden_layers=6, num_attention_heads=4,
            image_size=32, patch_size=4, hidden_act="quick_gelu", projection_dim=128),
        text_config=dict(
            hidden_size=128, intermediate_size=512, num_hidden_layers=4, num_attention_heads=4,
            max_position_embeddings=32, vocab_size=options.vocabulary, hidden_act="quick_gelu",
            projection_dim=128, bos_token_id=last - 1, eos_token_id=last, pad_token_id=0)))


def texts(model, rows, options):
    """Random token rows that end with the end token: no position is padding."""
    import torch

    text = model.config.text_config
    length = options.text_tokens or text.max_position_embeddings
    # 3 and up: no end token by chance, and clear of the ids some configs give a meaning.
    ids = torch.randint(3, text.vocab_size - 2, (rows, length))
    ids[:, 0] = text.vocab_size - 2
    ids[:, -1] = text.vocab_size - 1
    return ids


def trained(parameters, loss, **settings):
    """A training step: zero, forward, backward, fused AdamW."""
    import torch

    optimizer = torch.optim.AdamW(parameters, lr=1e-4, weight_decay=0.1, fused=True, **settings)

    def step():
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()
    return step


def full(model, pixels, labels, options):
    import torch
    from torch.nn import functional

    head = torch.nn.Linear(model.config.projection_dim, options.classes)

    def loss():
        features = model.visual_projection(model.vision_model(pixel_values=pixels).pooler_output)
        return functional.cross_entropy(head(functional.normalize(features, dim=-1)), labels)
    used = [model.vision_model, model.visual_projection, head]
    return trained([value for part in used for value in part.parameters()], loss)


def contrastive(model, pixels, labels, options):
    import torch
    from torch.nn.functional import cross_entropy

    ids = texts(model, options.batch, options)
    target = torch.arange(options.batch)

    def loss():
        logits = model(pixel_values=pixels, input_ids=ids).logits_per_image
        return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2
    return trained(model.parameters(), loss)


def lora(model, pixels, labels, options):
    from peft import LoraConfig, get_peft_model
    from torch.nn.functional import cross_entropy

    model = get_peft_model(
        model, LoraConfig(r=4, lora_alpha=4, target_modules=["q_proj", "k_proj", "v_proj"]))
    ids = texts(model.base_model.model, options.classes, options)

    def loss():
        return cross_entropy(model(pixel_values=pixels, input_ids=ids).logits_per_image, labels)
    return trained([value for value in model.parameters() if value.requires_grad], loss)


def coop(model, pixels, labels, options):
    """The image tower runs in each step, as in CoOp's own loop, but keeps no graph."""
    import torch
    from torch.nn import functional

    model.requires_grad_(False)
    ids = texts(model, options.classes, options)
    count = 16 if ids.shape[1] > 24 else 8
    embedding = model.text_model.embeddings.token_embedding
    fixed = embedding(ids)
    context = torch.nn.Parameter(0.02 * torch.randn(count, fixed.shape[2]))
    optimizer = torch.optim.SGD([context], lr=0.002, momentum=0.9, weight_decay=5e-4)

    class Prompts(torch.nn.Module):
        def forward(self, ids):
            rows = context.expand(len(ids), -1, -1)
            return torch.cat([fixed[:, :1], rows, fixed[:, 1 + count:]], dim=1)
    model.text_model.embeddings.token_embedding = Prompts()

    def step():
        optimizer.zero_grad()
        logits = model(pixel_values=pixels, input_ids=ids).logits_per_image
        functional.cross_entropy(logits, labels).backward()
        optimizer.step()
    return step


def image(model, pixels, labels, options):
    import torch

    def step():
        with torch.inference_mode():
            model.get_image_features(pixel_values=pixels)
    return step


def text(model, pixels, labels, options):
    import torch

    ids = texts(model, options.batch, options)

    def step():
        with torch.inference_mode():
            model.get_text_features(input_ids=ids)
    return step


CASES = {function.__name__: function for function in (full, contrastive, lora, coop, image, text)}


def main():
    options = arguments()
    tune(options.threads, options.untuned)
    import torch

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    model = build(options).train()
    size = model.config.vision_config.image_size
    pixels = torch.randn(options.batch, 3, size, size)
    labels = torch.randint(0, options.classes, (options.batch,))
    step = CASES[options.case](model, pixels, labels, options)
    for _ in range(options.warm_up):
        step()
    for repetition in range(options.repetitions):
        start = time.perf_counter()
        for _ in range(options.steps):
            step()
        seconds = (time.perf_counter() - start) / options.steps
        print(json.dumps({
            "side": "pytorch", "case": options.case, "repetition": repetition,
            "threads": options.threads, "batch": options.batch, "classes": options.classes,
            "vocabulary": model.config.text_config.vocab_size, "steps": options.steps,
            "seconds_per_step": seconds, "items_per_second": options.batch / seconds,
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "torch": torch.__version__}), flush=True)


if __name__ == "__main__":
    main()
