"""Icon themes: the same object in a dozen styles, under freedesktop names."""

import os
import re
from collections import defaultdict

from .words import clean, distinct, words

THEMES = ["oxygen", "gnome", "mate", "Tango", "Faenza", "Obsidian", "Moka", "elementary-xfce", "Papirus", "breeze"]
CONTEXTS = {"devices", "places", "status", "emotes", "mimetypes", "mimes", "actions", "categories", "apps", "stock"}
STRICT = {"actions", "apps"}  # kept only where every word names a thing
MIME_LIMIT = 60
FOLDER_LIMIT = 40
GENERIC = re.compile(  # in apps, the names that are no product's
    r"^(applications|preferences|utilities|accessories|internet|multimedia|office|x-office|help|web|graphics|text)-")
# Words of the icon naming specification that the other sources lack.
NAMING = set(
    "few clouds overcast showers scattered storm severe alert charging full empty low high medium muted wireless wired "
    "harddisk optical removable flash floppy tablet keyboard mouse printer scanner camera photo video audio card modem "
    "phone battery display monitor speakers headset headphones microphone webcam joystick gamepad remote trash folder "
    "bookmarks calendar address book mail envelope inbox download music pictures documents calculator dictionary "
    "spreadsheet presentation drawing warning error information question password lock unlocked".split())
PREFIXES = (
    r"^(gnome-mime-|gnome-dev-|gnome-fs-|gnome-stock-|gnome-|gtk-|stock_|xfce4?-|kde-|redhat-|mate-|package_|package-|"
    r"applications-|preferences-desktop-|preferences-system-|preferences-|input-|gpm-|xfpm-|nm-|cs-|yast[-_]|system-|"
    r"office-|x-office-|emblem-|utilities-|internet-|accessories-|document-properties)")
REMOVE = r"\b(application|generic|vnd|rtl|ltr|symbolic|panel|16|22|24|32|48|64|icon|default|desktop|x|mime|gtk|xfce|kde)\b"
COLOURS = set(
    "adwaita black blue bluegrey breeze brown carmine cyan darkcyan deeporange green grey indigo magenta nordic orange "
    "palebrown paleorange pink red teal violet white yaru yellow custom cat mocha".split())


def size_of(path):
    numbers = re.findall(r"/(?:scalable|(\d+)(?:x\d+)?)(?:/|$)", path)
    return int(numbers[-1]) if numbers and numbers[-1] else 1000


def preferred(size):
    """48 pixels are needed; 64 to 256 are best."""
    return (size < 48, abs(size - 128) if size != 1000 else 100)


def find(theme_folder):
    """Per context: the best file of each drawing and every name that leads to it."""
    best = {}
    for folder, _, names in os.walk(theme_folder):
        parts = set(os.path.relpath(folder, theme_folder).split("/"))
        context = next(iter(sorted(parts & CONTEXTS)), None)
        if context is None or "symbolic" in parts or any("@" in part for part in parts):
            continue
        size = size_of(folder + "/")
        if size < 32:
            continue
        for name in names:
            stem, end = os.path.splitext(name)
            path = f"{folder}/{name}"
            if end in (".png", ".svg") and "symbolic" not in stem and os.path.exists(path):
                rank = (*preferred(size), path)
                if (context, stem) not in best or rank < best[context, stem][0]:
                    best[context, stem] = (rank, path)
    drawings = defaultdict(list)
    for (context, stem), (_, path) in sorted(best.items()):
        drawings[os.path.realpath(path)].append((context, stem))
    return drawings


def natural(stem, context):
    """The words of a freedesktop name: prefixes off, general-to-specific order turned round."""
    base = re.sub(PREFIXES, "", stem)
    base = re.sub(PREFIXES, "", base)
    base = re.sub(REMOVE, " ", base.replace("-", " ").replace("_", " ").replace(".", " "))
    base = clean(base)
    parts = base.lower().split()
    if not parts or len(parts) > 4 or any(len(part) < 2 and not part.isdigit() for part in parts):
        return []
    if context == "emotes" and parts[0] == "face":
        return [" ".join([*parts[1:], "face"]), " ".join([*parts[1:], "smiley"])]
    if parts[0] in ("weather", "battery", "folder", "media", "drive", "camera", "printer", "network", "user", "audio",
                    "video", "computer", "phone", "microphone", "text", "image", "font", "package", "scanner") and parts[1:]:
        turned = " ".join([*parts[1:], parts[0]])
        return [turned, " ".join(parts[1:]), parts[0]] if parts[0] != "folder" else [turned, "folder"]
    if context in ("mimetypes", "mimes"):
        return [" ".join(parts) + " file"]
    return [" ".join(parts)]


def items(root, known, things):
    """Icons whose names are words of `known`; in apps and actions, only words of `things`."""
    for theme in THEMES:
        top = f"{root}/usr/share/icons/{theme}"
        mimes = folders = 0
        for path, names in find(top).items():
            captions = []
            for context, stem in names:
                coloured = context == "places" and COLOURS & set(re.split(r"[-_]", stem))
                if coloured and theme == "Papirus":
                    continue
                if context == "apps" and not GENERIC.match(stem):
                    continue
                allowed = things if context in STRICT else known
                for caption in natural(stem, context):
                    if all(w in allowed or w in NAMING for w in words(caption)) and not re.search(r"\d", caption):
                        captions.append(caption)
            context = names[0][0]
            if not captions or (context in ("mimetypes", "mimes") and mimes >= MIME_LIMIT):
                continue
            mimes += context in ("mimetypes", "mimes")
            captions = [c for c in distinct(captions) if c.lower() != "text"][:5]
            folders += any("folder" in caption for caption in captions)
            if folders > FOLDER_LIMIT and any("folder" in caption for caption in captions):
                continue
            kind = "svg" if path.endswith(".svg") else "file"
            yield theme.lower(), os.path.relpath(path, root), (kind, path), distinct(
                [*captions, f"an icon of {captions[0]}", f"{captions[0]} icon"] if captions else [])
