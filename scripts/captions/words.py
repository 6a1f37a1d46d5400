"""Turn names, titles and file names into natural captions."""

import re

NOISE = {
    "unsorted", "clip art", "clipart", "image", "images", "media", "png", "svg", "externalsource", "public domain",
    "theme", "contour", "openclipart", "kde", "gnome", "hash", "icon theme", "cc0", "test", "untitled", "none",
    "computer/icons", "icons", "color", "colour", "etiquette", "lemon theme", "flat theme", "flat",
    "icon", "object", "objects", "blend swap", "scpts", "resizable", "adjustable", "symbol", "education", "technical", "action", "actions", "device",
    "devices", "application", "applications", "filesystems", "mimetypes", "no name",
}
UNWANTED = {"stripper", "nude", "naked", "sex", "sexy", "pinup", "erotic", "nazi", "swastika", "babe"}


def clean(text):
    """One caption without file-name noise, or an empty string."""
    text = re.sub(r"\.(png|svg|svgz|jpg)$", "", text.strip(), flags=re.I)
    if re.match(r"clip ?art by|part of the|http|created with", text, re.I):
        return ""
    text = re.sub("[\u201c\u201d]", "", text)
    text = re.sub(r"[_|/\\\t\n]+", " ", text)
    text = re.sub(r"\s*\(?\bby\b .*$", "", text) if len(text) > 40 else text
    text = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text)
    text = re.sub(r"[\s-]*\b0?\d{1,3}[a-z]?$", "", text) if re.search(r"[a-zA-Z]{3}", text) else text
    text = re.sub(r"\s+", " ", text).strip(" -_.,;:#\"'")
    if len(text) < 2 or len(text) > 120 or text.lower() in NOISE:
        return ""
    return text if re.search(r"[a-zA-Z]{2}", text) or len(text) > 2 else ""


def words(text):
    return re.findall(r"[a-z]{2,}", text.lower())


def article(noun):
    if re.match(r"(a|an|the|two|three|some|man|men)\b ", noun.lower()) or noun.lower().endswith("s"):
        return noun
    return ("an " if noun[:1].lower() in "aeiou" else "a ") + noun


def distinct(captions, limit=12):
    """Cleaned captions in order, each once without regard to case."""
    seen, kept = set(), []
    for caption in map(clean, captions):
        key = caption.lower()
        if caption and key not in seen and not UNWANTED & set(words(caption)):
            seen.add(key)
            kept.append(caption)
    return kept[:limit]
