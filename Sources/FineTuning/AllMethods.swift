import Configuration

/// Every method, in the order of tables.
public let allMethods: [any FineTuningMethod.Type] = [
  ZeroShot.self,
  ZeroShotEnsemble.self,
  LinearProbe.self,
  CoOp.self,
  CoCoOp.self,
  KgCoOp.self,
  LoCoOp.self,
  VPTShallow.self,
  VPTDeep.self,
  MaPLe.self,
  IVLP.self,
  CLIPAdapter.self,
  TipAdapter.self,
  TipAdapterF.self,
  LoRA.self,
  BitFit.self,
  FullFineTuning.self,
  FLYP.self,
  WiSEFT.self,
  LPFT.self,
  GradualUnfreezing.self,
]

/// Named combinations of the axes of a training, in the order of tables; each has a page in `docs/presets`.
public let namedMethods: [NamedPreset] = RewardPresets.all + DomainPresets.all
