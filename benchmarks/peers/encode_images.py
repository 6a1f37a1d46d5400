"""Peers of `benchmarks encode-images`: CLIP's image tower with its projection on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/encode_images.py onnxruntime --model models/ood-tiny

Peers, all in single precision with pixels that are ready:
- transformers  CLIPVisionModelWithProjection, scaled-dot-product attention, no gradients
- open-clip     open_clip's vision tower of the same shape
- compiled      transformers' under torch.compile
- onnxruntime   transformers' as an ONNX graph, all optimisations
"""

import encoding


class ImageTowers:
    case, description = "encode-images", __doc__.splitlines()[0]
    batch, warm_up, extra_peers = 32, 3, ["compiled"]
    argument, result = "pixel_values", "image_embeds"

    def options(self, parser):
        pass

    def transformers(self, options):
        from transformers import CLIPVisionModelWithProjection

        return CLIPVisionModelWithProjection(encoding.configuration(options).vision_config).eval()

    def open_clip(self, options):
        from open_clip.transformer import VisionTransformer

        vision = encoding.configuration(options).vision_config
        return VisionTransformer(
            image_size=vision.image_size, patch_size=vision.patch_size,
            **encoding.shape_for_open_clip(vision)).eval()

    def inputs(self, options):
        import numpy

        size = encoding.configuration(options).vision_config.image_size
        return numpy.random.default_rng(0).standard_normal(
            (options.batch, 3, size, size), dtype=numpy.float32)

    def facts(self, shape):
        return {"batch": shape[0]}


if __name__ == "__main__":
    encoding.main(ImageTowers())
