"""PyTorch's side of `benchmarks few-shot`: CoOp and CLIP-LoRA on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/few_shot.py coop --model benchmarks/shapes/vit-b-32

Says when it is warm, then answers each line of standard input with a JSON line: `step` takes a
training step, `test` classifies a batch of 100 test images, as the methods' code does. Cases:
- coop         CoOp's own procedure: 16 context vectors before the names, SGD. Each step runs the
               image tower, though it is frozen, and all classes' prompts, 77 tokens each; so does
               each batch of the test.
- coop-cached  the same with the image features of the batch computed once
- coop-cut     the same, and all prompts cut behind the end of the longest
- clip-lora    CLIP-LoRA's own procedure: rank 2 at q, k and v of all layers of both towers,
               alpha / sqrt(rank), dropout 0.25, AdamW. Each step encodes all classes' prompts, 77
               tokens each, and every adapted map multiplies its inputs by the dense product B A,
               because dropout keeps it from joining the weights.

Written from the papers (arXiv:2109.01134, arXiv:2405.18541) and a description of their code. The
towers are transformers', float32; images and token ids are ready tensors, so neither decoding,
crops nor tokenizing count. Peer at its best: scaled-dot-product attention, fused AdamW, and an allocator
that keeps its pages.
"""

import argparse
import math

from texts import token_rows
from warm import answer, tune

CONTEXT = 16
TEST_BATCH = 100


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", choices=["coop", "coop-cached", "coop-cut", "clip-lora"])
    parser.add_argument("--model", required=True, help="a folder whose config.json gives the shape")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument(
        "--names", default="benchmarks/few-shot/caltech101.txt", help="of the classes, one a line")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=1)
    return parser.parse_args()


def class_rows(options, text):
    """The classes' prompts as tokens: the context's places first where it is learnt."""
    with open(options.names, encoding="utf-8") as file:
        names = file.read().splitlines()
    # CoOp's code puts one of these tokens a vector in the places that the context takes.
    lead = " ".join(["X"] * CONTEXT) if options.case.startswith("coop") else "a photo of a"
    return token_rows(
        options.model, [f"{lead} {name}." for name in names], text.max_position_embeddings,
        text.eos_token_id, longest=options.case == "coop-cut")


def coop(model, ids):
    """Puts the context in the place of the tokens behind the first; returns the optimiser."""
    import torch

    model.requires_grad_(False)
    fixed = model.text_model.embeddings.token_embedding(ids)
    context = torch.nn.Parameter(0.02 * torch.randn(CONTEXT, fixed.shape[2]))

    class Prompts(torch.nn.Module):
        def forward(self, ids):
            rows = context.expand(len(ids), -1, -1)
            return torch.cat([fixed[:, :1], rows, fixed[:, 1 + CONTEXT:]], dim=1)
    model.text_model.embeddings.token_embedding = Prompts()
    return torch.optim.SGD([context], lr=0.002, momentum=0.9, weight_decay=5e-4)


def clip_lora(model, ids):
    """Puts deltas on the query, key and value maps of every layer."""
    import torch

    class Adapted(torch.nn.Module):
        """y = W x + b + s (B A) drop(x), with B A formed in every call."""

        def __init__(self, linear, rank=2, alpha=1, dropout=0.25):
            super().__init__()
            self.linear = linear
            self.dropout = torch.nn.Dropout(dropout)
            self.a = torch.nn.Parameter(torch.empty(rank, linear.in_features))
            self.b = torch.nn.Parameter(torch.zeros(linear.out_features, rank))
            torch.nn.init.kaiming_uniform_(self.a, a=math.sqrt(5))
            self.scale = alpha / math.sqrt(rank)

        def forward(self, x):
            return self.linear(x) + self.dropout(x) @ (self.scale * (self.b @ self.a)).T

    model.requires_grad_(False)
    for tower in (model.vision_model, model.text_model):
        for layer in tower.encoder.layers:
            for name in ("q_proj", "k_proj", "v_proj"):
                setattr(layer.self_attn, name, Adapted(getattr(layer.self_attn, name)))
    trained = [value for value in model.parameters() if value.requires_grad]
    return torch.optim.AdamW(trained, lr=2e-4, weight_decay=0.01, fused=True)


def main():
    options = arguments()
    tune(options.threads)
    import torch
    from torch.nn import functional
    from transformers import CLIPConfig, CLIPModel

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    model = CLIPModel(CLIPConfig.from_pretrained(options.model)).train()
    size = model.config.vision_config.image_size
    pixels = torch.randn(TEST_BATCH, 3, size, size)
    ids = class_rows(options, model.config.text_config)
    labels = torch.arange(options.batch) % len(ids)
    optimizer = (clip_lora if options.case == "clip-lora" else coop)(model, ids)
    with torch.no_grad():
        features = functional.normalize(
            model.get_image_features(pixel_values=pixels[:options.batch]).pooler_output, dim=-1)

    def logits():
        if options.case in ("coop", "clip-lora"):
            return model(pixel_values=pixels[:options.batch], input_ids=ids).logits_per_image
        texts = model.get_text_features(input_ids=ids).pooler_output
        return model.logit_scale.exp() * features @ functional.normalize(texts, dim=-1).T

    def step():
        optimizer.zero_grad()
        loss = functional.cross_entropy(logits(), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    def test():
        with torch.no_grad():
            return model(pixel_values=pixels, input_ids=ids).logits_per_image.max().item()

    answer(
        options.case, "torch", {"step": step, "test": test}, options.warm_up, batch=options.batch,
        classes=len(ids), tokens=ids.shape[1], threads=options.threads, version=torch.__version__)


if __name__ == "__main__":
    main()
