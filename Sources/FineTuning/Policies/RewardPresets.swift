import Configuration

/// Low-rank deltas that a reward trains, after papers on reinforced multimodal models; `docs/presets`.
enum RewardPresets {
  /// The presets, with settings for `ood-tiny` beside those for CLIP.
  static let all: [NamedPreset] = [
    NamedPreset("rmllm-free", "reward without a value model: LoRA, RLOO", lora(LeaveOneOut())),
    NamedPreset("rmllm-free@small", "the same for ood-tiny", small(LeaveOneOut())),
    NamedPreset("rmllm-value", "reward with a value model: LoRA, PPO", lora(ProximalPolicy())),
    NamedPreset("rmllm-value@small", "the same for ood-tiny", small(ProximalPolicy())),
    NamedPreset(
      "rarl", "LoRA, GRPO, rationales in the reward, a pool of templates",
      pooled(lora(CompositeReward()))),
    NamedPreset("rarl@small", "the same for ood-tiny", pooled(small(CompositeReward()))),
  ]

  /// Rank 8, scale 1, no dropout, as peft and RARL have it; rate and steps of CLIP-LoRA.
  private static func lora(_ objective: any Objective) -> LoRA {
    var method = LoRA()
    method.rank = 8
    method.alpha = 8
    method.isRankStabilised = false
    method.dropout = 0
    method.training.objective = Chosen(objective)
    return method
  }

  /// `lora@small`, whose rank and rate were chosen for cross-entropy.
  private static func small(_ objective: any Objective) -> LoRA {
    var method = LoRA.small
    method.training.objective = Chosen(objective)
    return method
  }

  private static func pooled(_ method: LoRA) -> LoRA {
    var method = method
    method.templates = .pool
    return method
  }
}
