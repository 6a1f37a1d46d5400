"""Peers of `benchmarks encode-text`: CLIP's text tower with its projection on random weights.

    pip install -r benchmarks/peers/requirements.txt
    echo step | python benchmarks/peers/encode_text.py open-clip --model benchmarks/shapes/vit-b-32

Peers, all in single precision with tokens that are ready, in batches of --batch prompts:
- transformers         CLIPTextModelWithProjection, prompts padded to the context (77 tokens), as
                       CLIP's, open_clip's and CoOp's code pads them
- open-clip            open_clip's text tower of the same shape, 77 tokens
- transformers-longest prompts padded to the longest of all, as transformers' processor can
- onnxruntime          transformers' as an ONNX graph, all optimisations, 77 tokens
- onnxruntime-longest  the same, padded to the longest
"""

import encoding
from texts import prompts, token_rows


class TextTowers:
    case, description = "encode-text", __doc__.splitlines()[0]
    batch, warm_up, extra_peers = 100, 1, ["transformers-longest", "onnxruntime-longest"]
    argument, result = "input_ids", "text_embeds"

    def options(self, parser):
        parser.add_argument("--names", default="benchmarks/few-shot/imagenet.txt")

    def transformers(self, options):
        from transformers import CLIPTextModelWithProjection

        return CLIPTextModelWithProjection(encoding.configuration(options).text_config).eval()

    def open_clip(self, options):
        from open_clip.transformer import TextTransformer

        text = encoding.configuration(options).text_config
        return TextTransformer(
            context_length=text.max_position_embeddings, vocab_size=text.vocab_size,
            **encoding.shape_for_open_clip(text)).eval()

    def inputs(self, options):
        text = encoding.configuration(options).text_config
        return token_rows(
            options.model, prompts(options.names), text.max_position_embeddings,
            text.eos_token_id, longest=options.peer.endswith("-longest")).numpy()

    def facts(self, shape):
        return {"texts": shape[0], "tokens": shape[1]}


if __name__ == "__main__":
    encoding.main(TextTowers())
