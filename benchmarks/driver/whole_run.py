"""CoOp's whole runs, put together from measured steps.

16 shots of 100 classes in batches of 32 are 50 steps an epoch; 50 epochs, then 2,465 test images
(Caltech-101's). Ours: one encoding of the 1,600 shots, 2,500 steps on the features, one more step
for the class texts, one encoding of the test images. PyTorch's by CoOp's own procedure: 2,500 steps
and 25 batches of 100 test images, each with the class texts anew. Where ours draws crops anew too,
its steps encode their images and no shots are encoded ahead.
"""

import statistics

SHOTS, CLASSES, EPOCHS, BATCH = 16, 100, 50, 32
TEST_IMAGES, TEST_BATCH = 2465, 100
REPEATS = 3


def whole_run(ours, theirs, our_steps, their_steps, keeps_features):
    """Seconds of both, and their ratio in each round, from the steps of the rounds."""
    image = statistics.median(ours.ask("encode")["seconds"] for _ in range(REPEATS))
    batch = statistics.median(theirs.ask("test")["seconds"] for _ in range(REPEATS))
    steps = CLASSES * SHOTS // BATCH * EPOCHS
    images = TEST_IMAGES + (CLASSES * SHOTS if keeps_features else 0)
    batches = -(-TEST_IMAGES // TEST_BATCH)
    mine = [images * image + (steps + 1) * step for step in our_steps]
    peers = [steps * step + batches * batch for step in their_steps]
    ratios = [their / our for our, their in zip(mine, peers)]
    return {
        "ours_seconds": round(statistics.median(mine)),
        "peer_seconds": round(statistics.median(peers)),
        "ratio": round(statistics.median(ratios), 2),
        "ratios": [round(ratio, 2) for ratio in ratios]}
