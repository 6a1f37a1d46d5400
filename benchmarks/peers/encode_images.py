"""Peers of `benchmarks encode-images`: CLIP's image tower with its projection on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/encode_images.py onnxruntime --model models/ood-tiny

Peers, all in single precision with pixels that are ready:
- transformers  CLIPVisionModelWithProjection, scaled-dot-product attention, no gradients
- open-clip     open_clip's vision tower of the same shape
- compiled      transformers' under torch.compile
- onnxruntime   transformers' as an ONNX graph, all optimisations; exported by another process, so
                that this one's memory is onnxruntime's alone
"""

import argparse
import subprocess
import sys
import tempfile

from warm import answer, tune


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=["transformers", "open-clip", "compiled", "onnxruntime"])
    parser.add_argument("--model", required=True, help="a folder whose config.json gives the shape")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=3)
    parser.add_argument("--untuned", action="store_true", help="leave the allocator as it is")
    parser.add_argument("--export", help="write the ONNX graph here and end")
    return parser.parse_args()


def transformers_tower(options):
    from transformers import CLIPConfig, CLIPVisionModelWithProjection

    config = CLIPConfig.from_pretrained(options.model)
    config.vision_config.projection_dim = config.projection_dim
    return CLIPVisionModelWithProjection(config.vision_config).eval()


def open_clip_tower(options):
    import torch
    from open_clip.transformer import VisionTransformer
    from open_clip.model import QuickGELU
    from transformers import CLIPConfig

    config = CLIPConfig.from_pretrained(options.model)
    vision = config.vision_config
    return VisionTransformer(
        image_size=vision.image_size, patch_size=vision.patch_size, width=vision.hidden_size,
        layers=vision.num_hidden_layers, heads=vision.num_attention_heads,
        mlp_ratio=vision.intermediate_size / vision.hidden_size, output_dim=config.projection_dim,
        act_layer=QuickGELU if vision.hidden_act == "quick_gelu" else torch.nn.GELU).eval()


def export(options):
    """Writes the tower as an ONNX graph with any batch."""
    import torch

    tower = transformers_tower(options)

    class Features(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.tower = tower

        def forward(self, pixels):
            return self.tower(pixel_values=pixels).image_embeds
    size = tower.config.image_size
    torch.onnx.export(
        Features(), (torch.zeros(2, 3, size, size),), options.export, opset_version=17,
        dynamo=False, input_names=["pixels"], output_names=["features"],
        dynamic_axes={"pixels": {0: "images"}, "features": {0: "images"}})


def onnxruntime_step(options):
    import numpy
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = options.threads
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/tower.onnx"
        command = [sys.executable, "-W", "ignore", *sys.argv, "--export", path]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        session = onnxruntime.InferenceSession(path, settings, ["CPUExecutionProvider"])
    size = session.get_inputs()[0].shape[-1]
    pixels = numpy.random.default_rng(0).standard_normal(
        (options.batch, 3, size, size), dtype=numpy.float32)
    return lambda: session.run(None, {"pixels": pixels})[0][0, 0], onnxruntime.__version__


def torch_step(options):
    import torch

    torch.set_num_threads(options.threads)
    if options.peer == "open-clip":
        tower = open_clip_tower(options)
        size = tower.image_size[0]

        def encode(pixels):
            return tower(pixels)
    else:
        model = transformers_tower(options)
        size = model.config.image_size
        tower = torch.compile(model) if options.peer == "compiled" else model

        def encode(pixels):
            return tower(pixel_values=pixels).image_embeds
    pixels = torch.randn(options.batch, 3, size, size)

    def step():
        with torch.inference_mode():
            return encode(pixels)[0, 0]
    return step, torch.__version__


def main():
    options = arguments()
    if options.export:
        return export(options)
    # onnxruntime has its own arena, and keeps its pages by itself.
    tune(options.threads, options.untuned or options.peer == "onnxruntime")
    make = onnxruntime_step if options.peer == "onnxruntime" else torch_step
    step, version = make(options)
    answer(
        "encode-images", options.peer, {"step": step}, options.warm_up, batch=options.batch,
        threads=options.threads, version=version)


if __name__ == "__main__":
    main()
