import Tensors

/// One part of a training: what trains, and how; most methods have one.
public struct Stage: Sendable {
  /// Steps to take; zero epochs take none.
  public var training: TrainingConfiguration
  /// Makes what trains, when the stage before has ended; `previous` is the classifier it left.
  let prepare: @Sendable (_ previous: FineTunedClassifier?) throws -> Parametrization
  /// Finds the weights otherwise than by steps; returns losses for the report.
  let solve: (@Sendable (Parametrization) throws -> [Double])?
  /// Whether it only makes something of what the stages before ended with, which others then share.
  var isDerived = false

  /// A stage of gradient steps.
  public init(
    _ training: TrainingConfiguration,
    prepare: @escaping @Sendable (_ previous: FineTunedClassifier?) throws -> Parametrization
  ) {
    self.training = training
    self.prepare = prepare
    solve = nil
  }

  /// The same stage, with a look at what it has prepared before it begins.
  func watched(by watch: @escaping @Sendable (Parametrization) -> Void) -> Stage {
    var stage = Stage(training: training, solve: solve) { previous in
      let parametrization = try prepare(previous)
      watch(parametrization)
      return parametrization
    }
    stage.isDerived = isDerived
    return stage
  }

  private init(
    training: TrainingConfiguration, solve: (@Sendable (Parametrization) throws -> [Double])?,
    prepare: @escaping @Sendable (FineTunedClassifier?) throws -> Parametrization
  ) {
    self.training = training
    self.solve = solve
    self.prepare = prepare
  }

  /// A stage whose weights are solved for, searched or computed.
  ///
  /// - Parameters:
  ///   - isDerived: whether it only makes something of what the stages before ended with.
  ///   - solve: sets the state of the parametrization; what it returns are losses for the report.
  public init(
    isDerived: Bool = false,
    prepare: @escaping @Sendable (_ previous: FineTunedClassifier?) throws -> Parametrization,
    solve: @escaping @Sendable (Parametrization) throws -> [Double]
  ) {
    training = TrainingConfiguration()
    training.epochs = 0
    self.prepare = prepare
    self.solve = solve
    self.isDerived = isDerived
  }
}
