"""The summaries under results/ as the README's table."""

import json
import os

from .pair import seconds


def rows(folder, cases):
    """A Markdown row a case and peer that has been measured, in the order of the cases."""
    yield "| case | peer | ood | peer | ratio (range) | share of peak | peak MiB |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | ---: |"
    for name, case in cases.items():
        for peer in case.peers or [None]:
            path = os.path.join(folder, f"{name}-{peer}.jsonl" if peer else f"{name}.jsonl")
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    yield row(json.loads(file.readlines()[-1]))


def row(line):
    def pair(mine, theirs, form):
        return " / ".join(form(line[key]) for key in (mine, theirs) if key in line)
    version = line.get("peer_version")
    cells = [
        f"`{line['case']}`", f"{line.get('peer', '')}{f' ({version})' if version else ''}",
        seconds(line["ours_seconds"]),
        seconds(line["peer_seconds"]) if "peer_seconds" in line else "",
        f"**{line['ratio']:.2f}** ({min(line['ratios']):.2f} to {max(line['ratios']):.2f})"
        if "ratio" in line else "",
        pair("ours_share", "peer_share", lambda share: f"{share:.0%}"),
        pair("ours_peak_mib", "peer_peak_mib", lambda mib: f"{mib:,}")]
    return "| " + " | ".join(cells) + " |"
