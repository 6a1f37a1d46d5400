/// Every method, in the order of tables.
public let allMethods: [any FineTuningMethod.Type] = [
  ZeroShot.self,
  ZeroShotEnsemble.self,
  LinearProbe.self,
  CoOp.self,
  KgCoOp.self,
  CLIPAdapter.self,
  TipAdapter.self,
  TipAdapterF.self,
  LoRA.self,
  BitFit.self,
  FullFineTuning.self,
  FLYP.self,
  WiSEFT.self,
  LPFT.self,
]
