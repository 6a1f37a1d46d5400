"""Emoji in four drawings: older and newer Noto and Symbola for the corpus, EmojiOne for evaluation only."""

import hashlib
import json
import os
import re
import xml.etree.ElementTree as ElementTree

from .words import article, distinct

# The in-distribution classes and the near-OOD groups of suite `emoji`; Sources/Datasets/Sets/Emoji.swift has the same.
ID_SUBGROUPS = [
    "animal-mammal", "food-fruit", "transport-ground", "clothing", "sky & weather", "place-building", "sport", "tool",
    "heart", "animal-bird", "musical-instrument",
]
NEAR_SUBGROUPS = [
    "animal-bug", "animal-marine", "food-vegetable", "food-prepared", "drink", "transport-air", "transport-water",
    "computer", "plant-flower", "book-paper",
]
SPLIT_SALT = "ood emoji split 189 "
SKIN_TONES = {f"1f3f{digit}" for digit in "bcdef"}

KIND = {  # what a subgroup's members are, in words
    "cat-face": ["cat"], "monkey-face": ["monkey"], "heart": ["heart"], "body-parts": ["body part"],
    "family": ["family", "people"], "animal-mammal": ["animal", "mammal"], "animal-bird": ["bird", "animal"],
    "animal-amphibian": ["amphibian", "animal"], "animal-reptile": ["reptile", "animal"],
    "animal-marine": ["sea animal", "marine animal"], "animal-bug": ["insect", "bug"],
    "plant-flower": ["flower", "plant"], "plant-other": ["plant"], "food-fruit": ["fruit", "food"],
    "food-vegetable": ["vegetable", "food"], "food-prepared": ["food", "meal"], "food-asian": ["asian food", "food"],
    "food-marine": ["seafood"], "food-sweet": ["dessert", "sweet food"], "drink": ["drink", "beverage"],
    "dishware": ["dishes"], "place-map": ["map"], "place-geographic": ["landscape", "place"],
    "place-building": ["building", "house"], "place-religious": ["building", "religious building"],
    "place-other": ["place"], "transport-ground": ["vehicle", "land vehicle"], "transport-water": ["boat", "ship"],
    "transport-air": ["aircraft", "flying vehicle"], "time": ["clock", "time"],
    "sky & weather": ["weather", "sky and weather"], "event": ["celebration"], "award-medal": ["medal", "award"],
    "sport": ["sport"], "game": ["game"], "arts & crafts": ["art"], "clothing": ["clothing", "clothes"],
    "sound": ["sound"], "music": ["music"], "musical-instrument": ["musical instrument", "music"],
    "phone": ["phone"], "computer": ["computer", "electronics"], "light & video": ["light", "video"],
    "book-paper": ["book", "paper"], "money": ["money"], "mail": ["mail"], "writing": ["writing tool"],
    "office": ["office supplies"], "lock": ["lock"], "tool": ["tool"], "science": ["science"],
    "medical": ["medical"], "household": ["household item"], "transport-sign": ["sign"],
    "warning": ["warning sign", "sign"], "arrow": ["arrow"], "religion": ["religious symbol"],
    "zodiac": ["zodiac sign"], "av-symbol": ["button symbol"], "math": ["math symbol"],
    "punctuation": ["punctuation mark"], "currency": ["currency symbol"], "keycap": ["key"],
    "alphanum": ["button with letters"], "geometric": ["shape"], "country-flag": ["flag"],
    "subdivision-flag": ["flag"], "flag": ["flag"],
}


def kinds(subgroup):
    if subgroup in KIND:
        return KIND[subgroup]
    for prefix, words in (("face-", ["face", "smiley face"]), ("hand", ["hand"]), ("person", ["person"])):
        if subgroup.startswith(prefix):
            return words
    return []


def held_out(key, subgroup):
    """Is this code point a test image of suite `emoji`? A rule per code point, so that it needs no list."""
    if subgroup in NEAR_SUBGROUPS:
        return True
    return subgroup in ID_SUBGROUPS and hashlib.sha256((SPLIT_SALT + key).encode()).digest()[0] % 2 == 0


class Emoji:
    def __init__(self, key, text, name, subgroup, keywords):
        self.key, self.text, self.name, self.subgroup, self.keywords = key, text, name, subgroup, keywords

    @property
    def skin_tones(self):
        return SKIN_TONES & set(self.key.split("-"))

    def captions(self, sentence, more=()):
        name = re.sub(r"^flag: ", "flag of ", self.name)
        kind = kinds(self.subgroup)
        joined = ", ".join(self.keywords[:4])
        return distinct(
            [name, f"{sentence} of {article(name)}", *kind, *self.keywords[:6], joined,
             *(f"{name}, {word}" for word in kind[:1] if word not in name), *more], limit=14)


def key_of(code_points):
    """Lower-case hexadecimal code points joined by hyphens, without the variation selector."""
    return "-".join(f"{point:04x}" for point in code_points if point != 0xFE0F)


def annotations(root):
    keywords = {}
    for folder in ("annotations", "annotationsDerived"):
        tree = ElementTree.parse(f"{root}/usr/share/unicode/cldr/common/{folder}/en.xml")
        for node in tree.iter("annotation"):
            if node.get("type") != "tts":
                keywords[key_of(map(ord, node.get("cp")))] = [word.strip() for word in node.text.split("|")]
    return keywords


def read_all(root):
    """Every fully qualified emoji of Unicode's emoji-test.txt, in its order."""
    keywords = annotations(root)
    emojis, subgroup = [], ""
    with open(f"{root}/usr/share/unicode/emoji/emoji-test.txt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# subgroup:"):
                subgroup = line.split(":", 1)[1].strip()
            match = re.match(r"([0-9A-F ]+); fully-qualified\s+# \S+ E[\d.]+ (.+)", line)
            if match:
                points = [int(point, 16) for point in match.group(1).split()]
                key = key_of(points)
                emojis.append(
                    Emoji(key, "".join(map(chr, points)), match.group(2).strip(), subgroup, keywords.get(key, [])))
    return emojis


def gems(root, name):
    folder = f"{root}/usr/share/rubygems-integration/all/gems"
    return next(f"{folder}/{entry}" for entry in sorted(os.listdir(folder)) if entry.startswith(name))


def tanuki_path(root, emoji):
    """The older Noto drawing; flags are named by their region."""
    folder = gems(root, "tanuki_emoji") + "/app/assets/images/tanuki_emoji"
    points = [int(point, 16) for point in emoji.key.split("-")]
    if len(points) == 2 and all(0x1F1E6 <= point <= 0x1F1FF for point in points):
        return f"{folder}/{''.join(chr(point - 0x1F1E6 + 65) for point in points)}.png"
    return f"{folder}/emoji_u{emoji.key.replace('-', '_')}.png"


def usable_tone(emoji):
    """No skin tone, or one of the five, chosen by the base so that people do not swamp the corpus."""
    tones = emoji.skin_tones
    if not tones:
        return True
    base = "-".join(point for point in emoji.key.split("-") if point not in SKIN_TONES)
    chosen = f"1f3f{'bcdef'[hashlib.sha256(base.encode()).digest()[0] % 5]}"
    return tones == {chosen} and emoji.key.count(chosen) == 1


def corpus_items(root, emojis):
    noto = f"{root}/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
    symbola = f"{root}/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"
    for emoji in emojis:
        if usable_tone(emoji) and not held_out(emoji.key, emoji.subgroup):
            captions = emoji.captions("an emoji")
            older = tanuki_path(root, emoji)
            if os.path.exists(older):
                yield "noto-2016", os.path.relpath(older, root), ("file", older), captions
            yield "noto", f"NotoColorEmoji.ttf#{emoji.key}", ("noto", noto, emoji.text), captions
        if "-" not in emoji.key and os.path.exists(symbola):
            captions = emoji.captions("a black and white drawing")
            yield "symbola", f"Symbola.ttf#{emoji.key}", ("symbol", symbola, emoji.text[0]), captions


def emojione_items(root, emojis):
    """The evaluation style: EmojiOne, every emoji without skin tones, named as in the corpus."""
    folder = gems(root, "gemojione")
    with open(f"{folder}/config/index.json", encoding="utf-8") as file:
        index = {key_of(int(p, 16) for p in entry["unicode"].split("-")): entry for entry in json.load(file).values()}
    files = {}
    for name in os.listdir(f"{folder}/assets/png"):
        stem = name.removesuffix(".png")
        if re.fullmatch(r"[0-9a-fA-F-]+", stem):
            files[key_of(int(point, 16) for point in stem.split("-"))] = f"{folder}/assets/png/{name}"
    for emoji in emojis:
        # EmojiOne drops the joiner from some file names.
        path = files.get(emoji.key) or files.get(emoji.key.replace("-200d", ""))
        if path and not emoji.skin_tones:
            entry = index.get(emoji.key, {})
            captions = emoji.captions("an emoji", more=[entry.get("name", "")])
            yield "emojione", os.path.relpath(path, root), ("file", path), captions
