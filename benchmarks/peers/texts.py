"""Class prompts as token rows, cut by the tokenizers that the peers themselves use."""


def prompts(names):
    """One prompt for each line of a file of class names."""
    with open(names, encoding="utf-8") as file:
        return [f"a photo of a {name}." for name in file.read().splitlines()]


def token_rows(model, texts, context, end, longest=False):
    """int64 rows, padded to the context, or to the longest of them as transformers can.

    A model folder's tokenizer if it has one, else CLIP's, which open_clip brings along.
    """
    import os

    import torch

    if os.path.exists(f"{model}/vocab.json"):
        from transformers import CLIPTokenizer

        tokenizer = CLIPTokenizer.from_pretrained(model)
        ids = tokenizer(texts, padding="max_length", truncation=True, max_length=context)
        rows = torch.tensor(ids["input_ids"])
    else:
        import open_clip

        rows = open_clip.SimpleTokenizer(context_length=context)(texts)
    if longest:
        ends = (rows == end).int().argmax(dim=1)
        rows = rows[:, :int(ends.max()) + 1]
    return rows.contiguous()
