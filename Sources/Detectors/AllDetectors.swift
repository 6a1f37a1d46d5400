import Configuration

/// Every detector, in the order of tables and `ood ls detectors`.
public let allDetectors: [any Detector.Type] = [
  MaximumConceptMatching.self,
  MaximumSoftmaxProbability.self,
  MaxLogit.self,
  Energy.self,
  Entropy.self,
  SoftmaxVariance.self,
  GeneralizedEntropy.self,
  Doctor.self,
  KLMatching.self,
  ODIN.self,
  GradNorm.self,
  TemperatureScaledProbability.self,
  Mahalanobis.self,
  RelativeMahalanobis.self,
  KNearestNeighbours.self,
  VirtualLogitMatching.self,
  Residual.self,
  ReAct.self,
  ActivationShapingB.self,
  ActivationShapingP.self,
  ActivationShapingS.self,
  ActivationScaling.self,
  DirectedSparsification.self,
  SimplifiedHopfieldEnergy.self,
  NearestNeighbourGuidance.self,
  FastDecisionBoundary.self,
  NeuralCollapse.self,
  RelationGraph.self,
  GlobalLocalConceptMatching.self,
  NegativeLabels.self,
  LearnedValue.self,
  RationaleGap.self,
]

/// The detectors as a registry from which configurations choose by name.
public enum DetectorRegistry: Registry {
  public static let kind = "detector"
  public static var members: [any Configurable.Type] { allDetectors }
}
