"""Rounds of ours and a peer in turn, and what they come to."""

import statistics

MOST_STEPS = 200


def turn(side, seconds):
    """Asks for steps until they have taken some seconds; the median step."""
    taken = []
    while sum(taken) < seconds and len(taken) < MOST_STEPS:
        taken.append(side.ask("step")["seconds"])
    return statistics.median(taken), len(taken)


def rounds(sides, count, seconds):
    """A dictionary a round and side; the order turns round each time."""
    lines = []
    for index in range(count):
        for side in sides if index % 2 == 0 else sides[::-1]:
            median, steps = turn(side, seconds)
            lines.append({"round": index, "side": side.name, "seconds": median, "steps": steps})
    return lines


def by_round(lines, name):
    return [line["seconds"] for line in lines if line["side"] == name]


def summary(case, sides, lines, operations):
    """Medians, ratios, shares of the measured peak and peak memory; without a peer, ours alone."""
    ours = by_round(lines, "ood")
    result = {"ours_seconds": statistics.median(ours), "ours_peak_mib": sides[0].peak_mib()}
    peers = [side for side in sides[1:] if side.name != "gemm-peak"]
    for peer in peers:
        theirs = by_round(lines, peer.name)
        ratios = [their / our for our, their in zip(ours, theirs)]
        result.update({
            "peer": peer.name, "peer_seconds": statistics.median(theirs),
            "peer_peak_mib": peer.peak_mib(), "ratio": round(statistics.median(ratios), 3),
            "ratios": [round(ratio, 3) for ratio in ratios],
            "peer_version": peer.lines[-1].get("version")})
    peak = next((side for side in sides if side.name == "gemm-peak"), None)
    if peak:
        line = peak.lines[-1]
        ceilings = [line["flop"] / seconds for seconds in by_round(lines, "gemm-peak")]
        result.update({
            "peak_gflops": round(statistics.median(ceilings) / 1e9, 1),
            "fma_gflops": round(line["fma_gflops"], 1), "kernels": line["kernels"]})
        names = [("ours", "ood"), *(("peer", peer.name) for peer in peers)]
        for (key, name), count in zip(names, operations or ()):
            shares = [
                count / seconds / ceiling
                for seconds, ceiling in zip(by_round(lines, name), ceilings)]
            result[f"{key}_share"] = round(statistics.median(shares), 3)
    return {"case": case, "rounds": len(ours), **result}


def sentence(line):
    """One line for people."""
    parts = [f"{line['case']}: ood {seconds(line['ours_seconds'])}"]
    if "peer" in line:
        parts.append(f"{line['peer']} {seconds(line['peer_seconds'])}")
        low, high = min(line["ratios"]), max(line["ratios"])
        parts.append(f"ratio {line['ratio']:.2f} ({low:.2f} to {high:.2f})")
    if "ours_share" in line:
        shares = [f"{line[key]:.0%}" for key in ("ours_share", "peer_share") if key in line]
        parts.append(f"{' / '.join(shares)} of {line['peak_gflops']:.0f} GFLOP/s")
    elif "fma_gflops" in line and "peer" not in line:
        products, registers = line["peak_gflops"], line["fma_gflops"]
        parts.append(f"matrix products {products:.0f} GFLOP/s, registers {registers:.0f}")
    peaks = [f"{line[key]:,}" for key in ("ours_peak_mib", "peer_peak_mib") if key in line]
    parts.append(f"peak {' / '.join(peaks)} MiB")
    if "whole_run" in line:
        ours, peer, ratio = (line["whole_run"][key] for key in (
            "ours_seconds", "peer_seconds", "ratio"))
        parts.append(f"a whole run {ours:,} and {peer:,} s, ratio {ratio}")
    return ", ".join(parts)


def seconds(value):
    return f"{value:.3g} s" if value >= 0.1 else f"{value * 1000:.3g} ms"
