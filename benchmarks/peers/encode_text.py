"""Peers of `benchmarks encode-text`: CLIP's text tower with its projection on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/encode_text.py open-clip --model benchmarks/shapes/vit-b-32

Peers, all in single precision with tokens that are ready, in batches of --batch prompts:
- transformers         CLIPTextModelWithProjection, prompts padded to the context (77 tokens), as
                       CLIP's, open_clip's and CoOp's code pads them
- open-clip            open_clip's text tower of the same shape, 77 tokens
- transformers-longest prompts padded to the longest of all, as transformers' processor can
- onnxruntime          transformers' as an ONNX graph, 77 tokens; exported by another process
- onnxruntime-longest  the same, padded to the longest
"""

import argparse
import subprocess
import sys
import tempfile

from texts import prompts, token_rows
from warm import answer, tune

PEERS = [
    "transformers", "open-clip", "transformers-longest", "onnxruntime", "onnxruntime-longest"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("--model", required=True, help="a folder whose config.json gives the shape")
    parser.add_argument("--names", default="benchmarks/few-shot/imagenet.txt")
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=1)
    parser.add_argument("--untuned", action="store_true", help="leave the allocator as it is")
    parser.add_argument("--export", help="write the ONNX graph and the tokens here and end")
    return parser.parse_args()


def configuration(options):
    from transformers import CLIPConfig

    config = CLIPConfig.from_pretrained(options.model)
    config.text_config.projection_dim = config.projection_dim
    return config.text_config


def tokens(options, text):
    return token_rows(
        options.model, prompts(options.names), text.max_position_embeddings, text.eos_token_id,
        longest=options.peer.endswith("-longest"))


def transformers_tower(options):
    from transformers import CLIPTextModelWithProjection

    return CLIPTextModelWithProjection(configuration(options)).eval()


def open_clip_tower(options):
    import torch
    from open_clip.model import QuickGELU
    from open_clip.transformer import TextTransformer

    text = configuration(options)
    return TextTransformer(
        context_length=text.max_position_embeddings, vocab_size=text.vocab_size,
        width=text.hidden_size, heads=text.num_attention_heads, layers=text.num_hidden_layers,
        mlp_ratio=text.intermediate_size / text.hidden_size, output_dim=text.projection_dim,
        act_layer=QuickGELU if text.hidden_act == "quick_gelu" else torch.nn.GELU).eval()


def export(options):
    """Writes the tower as an ONNX graph with any number of texts, and the tokens beside it."""
    import numpy
    import torch

    tower = transformers_tower(options)

    class Features(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.tower = tower

        def forward(self, tokens):
            return self.tower(input_ids=tokens).text_embeds
    rows = tokens(options, tower.config)
    numpy.save(f"{options.export}/tokens.npy", rows.numpy())
    torch.onnx.export(
        Features(), (rows[:2],), f"{options.export}/tower.onnx", input_names=["tokens"],
        output_names=["features"], dynamic_axes={"tokens": {0: "texts"}, "features": {0: "texts"}},
        opset_version=17, dynamo=False)


def onnxruntime_step(options):
    import numpy
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = options.threads
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-W", "ignore", *sys.argv, "--export", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        session = onnxruntime.InferenceSession(
            f"{folder}/tower.onnx", settings, ["CPUExecutionProvider"])
        rows = numpy.load(f"{folder}/tokens.npy")
    batches = [rows[start:start + options.batch] for start in range(0, len(rows), options.batch)]

    def step():
        features = [session.run(None, {"tokens": batch})[0] for batch in batches]
        return numpy.concatenate(features)[0, 0]
    return step, rows.shape, onnxruntime.__version__


def torch_step(options):
    import torch

    torch.set_num_threads(options.threads)
    if options.peer == "open-clip":
        encode = open_clip_tower(options)
    else:
        tower = transformers_tower(options)

        def encode(batch):
            return tower(input_ids=batch).text_embeds
    rows = tokens(options, configuration(options))

    def step():
        with torch.inference_mode():
            return torch.cat([encode(batch) for batch in rows.split(options.batch)])[0, 0]
    return step, rows.shape, torch.__version__


def main():
    options = arguments()
    if options.export:
        return export(options)
    is_onnx = options.peer.startswith("onnxruntime")
    # onnxruntime has its own arena, and keeps its pages by itself.
    tune(options.threads, options.untuned or is_onnx)
    step, shape, version = (onnxruntime_step if is_onnx else torch_step)(options)
    answer(
        "encode-text", options.peer, {"step": step}, options.warm_up, texts=shape[0],
        tokens=shape[1], threads=options.threads, version=version)


if __name__ == "__main__":
    main()
