"""What the peers of encode-images and encode-text have in common: their command line, the ways in
which they run a tower, and its ONNX graph.

Each script describes its towers by a class:
- case, batch, warm_up, extra_peers, description   what its command line needs
- argument, result    the names of the tower's input and output in transformers
- options(parser)     adds options of its own
- transformers(options), open_clip(options)   the towers on random weights
- inputs(options)     what is ready before the first step, a numpy array with a row an item
- facts(shape)        what its lines say about the inputs
"""

import argparse
import subprocess
import sys
import tempfile

from warm import answer, tune

PEERS = ["transformers", "open-clip", "onnxruntime"]


def arguments(towers):
    parser = argparse.ArgumentParser(description=towers.description)
    parser.add_argument("peer", choices=[*PEERS, *towers.extra_peers])
    parser.add_argument("--model", required=True, help="a folder whose config.json gives the shape")
    parser.add_argument("--batch", type=int, default=towers.batch)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=towers.warm_up)
    parser.add_argument("--untuned", action="store_true", help="leave the allocator as it is")
    parser.add_argument("--export", help="write the ONNX graph and its inputs to this folder, end")
    towers.options(parser)
    return parser.parse_args()


def configuration(options):
    """The shape in a model folder, with the projection's size in each tower's part."""
    from transformers import CLIPConfig

    config = CLIPConfig.from_pretrained(options.model)
    config.vision_config.projection_dim = config.projection_dim
    config.text_config.projection_dim = config.projection_dim
    return config


def shape_for_open_clip(tower):
    """The arguments that open_clip's two towers share."""
    import torch
    from open_clip.model import QuickGELU

    return {
        "width": tower.hidden_size, "layers": tower.num_hidden_layers,
        "heads": tower.num_attention_heads,
        "mlp_ratio": tower.intermediate_size / tower.hidden_size,
        "output_dim": tower.projection_dim,
        "act_layer": QuickGELU if tower.hidden_act == "quick_gelu" else torch.nn.GELU}


def export(towers, options):
    """Writes the tower as an ONNX graph with any number of rows, and the inputs beside it."""
    import numpy
    import torch

    class Features(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.tower = towers.transformers(options)

        def forward(self, inputs):
            return getattr(self.tower(**{towers.argument: inputs}), towers.result)
    inputs = towers.inputs(options)
    numpy.save(f"{options.export}/inputs.npy", inputs)
    # A graph that was traced with one row may take no more than one.
    example = torch.from_numpy(inputs[[0, -1]])
    torch.onnx.export(
        Features(), (example,), f"{options.export}/tower.onnx", opset_version=17, dynamo=False,
        input_names=["inputs"], output_names=["features"],
        dynamic_axes={"inputs": {0: "rows"}, "features": {0: "rows"}})


def onnxruntime_step(towers, options):
    """Exported by another process, so that this one's memory is onnxruntime's alone."""
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
        inputs = numpy.load(f"{folder}/inputs.npy")
    batches = [
        inputs[start:start + options.batch] for start in range(0, len(inputs), options.batch)]

    def step():
        features = [session.run(None, {"inputs": batch})[0] for batch in batches]
        return numpy.concatenate(features)[0, 0]
    return step, inputs.shape, onnxruntime.__version__


def torch_step(towers, options):
    import torch

    torch.set_num_threads(options.threads)
    if options.peer == "open-clip":
        encode = towers.open_clip(options)
    else:
        tower = towers.transformers(options)
        if options.peer == "compiled":
            tower = torch.compile(tower)

        def encode(batch):
            return getattr(tower(**{towers.argument: batch}), towers.result)
    inputs = torch.from_numpy(towers.inputs(options))
    batches = inputs.split(options.batch)

    def step():
        with torch.inference_mode():
            return torch.cat([encode(batch) for batch in batches])[0, 0]
    return step, inputs.shape, torch.__version__


def main(towers):
    options = arguments(towers)
    if options.export:
        return export(towers, options)
    is_onnx = options.peer.startswith("onnxruntime")
    # onnxruntime has its own arena, and keeps its pages by itself.
    tune(options.threads, options.untuned or is_onnx)
    step, shape, version = (onnxruntime_step if is_onnx else torch_step)(towers, options)
    answer(
        towers.case, options.peer, {"step": step}, options.warm_up, **towers.facts(shape),
        threads=options.threads, version=version)
