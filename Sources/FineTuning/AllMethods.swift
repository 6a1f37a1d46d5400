/// Every method, in the order of tables.
public let allMethods: [any FineTuningMethod.Type] = [
  ZeroShot.self,
  CoOp.self,
  LoRA.self,
  FullFineTuning.self,
]
