"""PyTorch's side of `benchmarks train`: full fine-tuning steps on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/train.py contrastive --model models/ood-tiny

Cases:
- full         image tower and classifier head, cross-entropy, every weight by AdamW
- contrastive  both towers and the logit scale, symmetric contrastive loss, every weight by AdamW;
               captions are prompts of the images' classes, padded to the context as CLIP's and
               FLYP's code does, or with --longest to the longest caption of the batch

The peer at its best: transformers' towers with scaled-dot-product attention, fused AdamW, and an
allocator that keeps its pages; --compiled puts torch.compile on top.
"""

import argparse

from texts import prompts, token_rows
from warm import answer, tune


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", choices=["full", "contrastive"])
    parser.add_argument("--model", required=True, help="a folder whose config.json gives the shape")
    parser.add_argument("--names", default="benchmarks/few-shot/imagenet.txt")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--classes", type=int, default=10, help="of the head")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=3)
    parser.add_argument("--longest", action="store_true", help="pad no further than needed")
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("--untuned", action="store_true", help="leave the allocator as it is")
    return parser.parse_args()


def full(model, pixels, options):
    """What trains, and the loss."""
    import torch
    from torch.nn import functional

    labels = torch.arange(options.batch) % options.classes
    head = torch.nn.Linear(model.config.projection_dim, options.classes)

    def loss():
        features = model.visual_projection(model.vision_model(pixel_values=pixels).pooler_output)
        return functional.cross_entropy(head(functional.normalize(features, dim=-1)), labels)
    used = [model.vision_model, model.visual_projection, head]
    return [value for part in used for value in part.parameters()], loss


def contrastive(model, pixels, options):
    """What trains, and the loss."""
    import torch
    from torch.nn.functional import cross_entropy

    text = model.config.text_config
    ids = token_rows(
        options.model, prompts(options.names)[:options.batch], text.max_position_embeddings,
        text.eos_token_id, options.longest)
    target = torch.arange(options.batch)

    def loss():
        logits = model(pixel_values=pixels, input_ids=ids).logits_per_image
        return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2
    return list(model.parameters()), loss


def main():
    options = arguments()
    tune(options.threads, options.untuned)
    import torch
    from transformers import CLIPConfig, CLIPModel

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    model = CLIPModel(CLIPConfig.from_pretrained(options.model)).train()
    size = model.config.vision_config.image_size
    pixels = torch.randn(options.batch, 3, size, size)
    case = {"full": full, "contrastive": contrastive}[options.case]
    trained, loss = case(model, pixels, options)
    if options.compiled:
        loss = torch.compile(loss)
    optimizer = torch.optim.AdamW(trained, lr=1e-5, weight_decay=0.1, fused=True)

    def step():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        return value.item()

    answer(
        f"train-{options.case}", "torch compiled" if options.compiled else "torch",
        {"step": step}, options.warm_up, batch=options.batch, threads=options.threads,
        padded="longest" if options.longest else "context", version=torch.__version__)


if __name__ == "__main__":
    main()
