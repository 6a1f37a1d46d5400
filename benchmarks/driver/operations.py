"""Floating-point operations of encoding, 2 for each multiply-add; only matrix products count.

For T tokens of width d with h channels in the MLP, a block of a transformer takes
    8 T d^2 (query, key, value, output) + 4 T^2 d (attention) + 4 T d h (MLP),
the patch embedding 2 (T - 1) 3 p^2 d, the projection 2 d e.

Features are read from one token behind the last block, so ours computes there keys and values of
all tokens, and query, attention, output and MLP of that one alone:
    4 T d^2 + 4 d^2 + 4 T d + 4 d h.
The peers compute the whole block. Each side's share of the measured peak counts what it computes.
"""

import json


def blocks(tokens, tower, pooled):
    """Operations of a tower's blocks for one sequence."""
    width, hidden = tower["hidden_size"], tower["intermediate_size"]
    whole = 8 * tokens * width**2 + 4 * tokens**2 * width + 4 * tokens * width * hidden
    last = 4 * tokens * width**2 + 4 * width**2 + 4 * tokens * width + 4 * width * hidden
    return (tower["num_hidden_layers"] - 1) * whole + (last if pooled else whole)


def image(model, pooled):
    """Operations for an image of the shape in a model folder."""
    with open(f"{model}/config.json", encoding="utf-8") as file:
        shape = json.load(file)
    tower = shape["vision_config"]
    patch, width = tower["patch_size"], tower["hidden_size"]
    patches = (tower["image_size"] // patch) ** 2
    return (2 * patches * 3 * patch**2 * width + blocks(patches + 1, tower, pooled)
            + 2 * width * shape["projection_dim"])
