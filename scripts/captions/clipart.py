"""Stamps, clip art, cartoons, furniture renders and flags."""

import gzip
import hashlib
import os
import re
import zipfile
from collections import defaultdict
from glob import glob

from .words import UNWANTED, article, clean, distinct, words

FOLDER_LIMIT = 150  # files kept of one OpenClipart folder
STAR_LIMIT = 40  # of 1,380 near-identical stars


# The shipped model's corpus was drawn with this salt, the name of the folder it was first built in.
SALT = bytes.fromhex("2f776f726b2f646174612f726f6f742f")


def order(root):
    """The key of a fixed shuffle of paths below `root`."""
    return lambda path: hashlib.sha256(SALT + os.path.relpath(path, root).encode()).digest()


def tux_paint_items(root):
    top = f"{root}/usr/share/tuxpaint/stamps"
    for text in sorted(glob(f"{top}/**/*.txt", recursive=True)):
        stem = text.removesuffix(".txt")
        path = next((stem + end for end in (".png", ".svg") if os.path.exists(stem + end)), None)
        if path is None:
            continue
        with open(text, encoding="utf-8", errors="replace") as file:
            sentence = file.readline().strip()
        folders = os.path.relpath(os.path.dirname(path), top).split("/")
        if folders[0] == "symbols" and folders[1:2] and folders[1] in ("alphabet", "numbers", "cards"):
            continue
        name = re.sub(r"^(An?|The|Some) ", "", sentence).rstrip(".!")
        file_words = " ".join(words(os.path.basename(stem).replace("_", " ")))
        short = name if name and len(words(name)) <= 5 else file_words
        folder = re.sub(r"[_-]", " ", folders[-1] if folders[-1] != "cartoon" else folders[-2])
        captions = distinct([name, sentence, short, f"a picture of {article(short)}", folder, f"{short}, {folder}"])
        kind = "svg" if path.endswith(".svg") else "file"
        yield "tuxpaint", os.path.relpath(path, root), (kind, path), captions


def metadata(path):
    """Title and keywords in an OpenClipart SVG's RDF (a pattern, because some files are not well formed)."""
    opener = gzip.open if path.endswith("z") else open
    try:
        with opener(path, "rt", encoding="utf-8", errors="replace") as file:
            text = file.read(60_000)
    except OSError:
        return "", []
    rdf = re.search(r"<rdf:RDF.*?</rdf:RDF>", text, re.S)
    text = rdf.group(0) if rdf else text
    title = re.search(r"<(?:dc:)?title[^>]*>([^<]*)<", text)
    unescape = lambda part: part.replace("&amp;", "&").replace("&quot;", '"').replace("&#39;", "'")
    keywords = [unescape(word).strip() for word in re.findall(r"<rdf:li[^>]*>([^<]*)<", text)]
    return unescape(title.group(1)).strip() if title else "", keywords


def natural(stem):
    """A theme icon's or a signed drawing's file name in words, without its number."""
    return " ".join(words(re.sub(r"_[a-z]+_[a-z_]+_?\d*$", "", stem) if stem.count("_") > 2 else stem.replace("_", " ")))


def open_clipart_items(root):
    top = f"{root}/usr/share/openclipart"
    by_folder = defaultdict(list)
    for folder, _, names in os.walk(f"{top}/png"):
        by_folder[folder] += [f"{folder}/{name}" for name in names if name.endswith(".png")]
    for folder in sorted(by_folder):
        limit = STAR_LIMIT if folder.endswith("shapes/stars") else FOLDER_LIMIT
        kept = sorted(sorted((p for p in by_folder[folder] if not os.path.islink(p)), key=order(root))[:limit])
        for path in kept:
            relative = os.path.relpath(path, f"{top}/png").removesuffix(".png")
            title, keywords = metadata(f"{top}/svg/{relative}.svg")
            if UNWANTED & set(words(" ".join([title, *keywords, relative]))):
                continue
            parts = relative.split("/")[:-1]
            leaf = parts[-1].replace("_", " ").removesuffix("-theme") if len(parts) < 4 else parts[-1]
            title = clean(title)
            if "icons" in parts:  # theme icons carry the theme's title: the file name says more
                title, keywords, leaf = natural(os.path.basename(relative)), [], ""
                if not title:
                    continue
            if not title and not distinct(keywords):
                title = clean(parts and os.path.basename(relative))
            title = re.sub(r"\s*\d+$", "", title)
            keywords = distinct(keywords, limit=6)
            flag = "flags" in parts
            name = f"flag of {title}" if flag and title and "flag" not in title.lower() else title
            captions = distinct(
                [name, f"clip art of {article(name)}" if name else "", *keywords, ", ".join(keywords[:4]), leaf])
            if captions:
                yield "openclipart", os.path.relpath(path, root), ("file", path), captions


def art4apps_items(root):
    top = f"{root}/usr/share/games/pysiogame/res/images/art4apps"
    plural = {"clothes_n_accessories": "clothes", "fruit_n_veg": "fruit and vegetables", "jobs": "person with a job",
              "body": "part of the body", "construction": "building", "actions": "", "transport": "vehicle",
              "animals": "animal", "people": "people"}
    for path in sorted(glob(f"{top}/*/*.jpg")):
        folder = os.path.basename(os.path.dirname(path))
        name = clean(os.path.basename(path))
        kind = plural.get(folder, folder)
        noun = name if folder in ("actions", "sport") else article(name)
        yield "art4apps", os.path.relpath(path, root), ("file", path), distinct(
            [name, noun, f"a cartoon of {noun}", kind, f"{name}, {kind}" if kind else ""])


def furniture_items(root):
    for archive in sorted(glob(f"{root}/usr/share/sweethome3d/furniture/*.sh3f")):
        with zipfile.ZipFile(archive) as file:
            text = file.read("PluginFurnitureCatalog.properties").decode("iso-8859-1")
        entries = defaultdict(dict)
        for field, index, value in re.findall(r"^(name|category|tags|icon)#(\d+)=(.*)$", text, re.M):
            entries[int(index)][field] = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), value.strip())
        for index in sorted(entries):
            entry = entries[index]
            if "icon" in entry and "name" in entry:
                name = clean(entry["name"]).lower()
                tags = [tag.strip() for tag in entry.get("tags", "").split(",")]
                category = entry.get("category", "").lower()
                place = f"{name}, {category}" if category not in ("", "miscellaneous") else ""
                member = entry["icon"].lstrip("/")
                yield "furniture", f"{os.path.relpath(archive, root)}#{member}", ("zip", archive, member), distinct(
                    [name, article(name), f"a 3d render of {article(name)}", place, *tags,
                     "furniture" if "room" in category else ""])


def flag_items(root, emojis):
    """National flags of two more drawings; regional ones of KGeography are capped."""
    names = {}
    for emoji in emojis:
        points = [int(point, 16) for point in emoji.key.split("-")]
        if emoji.subgroup == "country-flag":
            names["".join(chr(point - 0x1F1E6 + 97) for point in points)] = emoji.name.removeprefix("flag: ")
    for path in sorted(glob(f"{root}/usr/share/iso-flags-png-320x240/*.png")):
        name = names.get(os.path.basename(path).removesuffix(".png"))
        if name:
            yield "flags", os.path.relpath(path, root), ("file", path), distinct(
                [f"flag of {name}", f"the flag of {name}", name, "flag"])
    regional = sorted(sorted(glob(f"{root}/usr/share/kgeography/flags/*/[!b]*.png"), key=order(root))[:100])
    national = sorted(sorted(glob(f"{root}/usr/share/kgeography/flags/*.png"), key=order(root))[:150])
    for path in national + regional:
        name = clean(os.path.basename(path).lower().replace("-", " ")).title()
        yield "flags", os.path.relpath(path, root), ("file", path), distinct(
            [f"flag of {name}", f"the flag of {name}", name, "flag"])
