/// The losses of proximal policy optimisation: a policy and a value that a step may move so far.
///
/// Source: Schulman, Wolski, Dhariwal, Radford, Klimov, "Proximal policy optimization algorithms",
/// arXiv:1707.06347, equation 7; the value's clipping is that of its authors' code (OpenAI baselines).
extension Tape {
  /// The clipped surrogate: loss = -1/(n G) sum_i sum_g min(rho A, clip(rho, 1 - e, 1 + e) A).
  ///
  /// rho = pi(a_ig|x_i) / pi_old(a_ig|x_i). Double precision; the result is 1 x 1.
  ///
  /// - Parameters:
  ///   - logits: `[n, classes]`, pi their softmax.
  ///   - actions: a_ig, G a row, row by row.
  ///   - advantages: A_ig, constants.
  ///   - logProbabilities: log pi_old(a_ig|x_i).
  ///   - clip: e.
  public func clippedSurrogate(
    _ logits: Tensor, actions: [Int], advantages: [Double], logProbabilities: [Double],
    clip: Double
  ) -> Tensor {
    let G = actions.count / max(1, logits.rows)
    require(
      actions.count == G * logits.rows && advantages.count == actions.count
        && logProbabilities.count == actions.count,
      "\(actions.count) actions, \(advantages.count) advantages and \(logProbabilities.count) log "
        + "probabilities for \(logits.rows) rows")
    return rowMean(of: logits) { row, K, logs, slopes in
      var value = 0.0
      var total = 0.0
      for j in 0..<K { slopes[j] = 0 }
      for sample in row * G..<(row + 1) * G {
        let action = actions[sample]
        let ratio = exponential(logs[action] - logProbabilities[sample])
        let plain = ratio * advantages[sample]
        let clipped = min(max(ratio, 1 - clip), 1 + clip) * advantages[sample]
        value -= min(plain, clipped) / Double(G)
        // d rho / d z = rho (e_a - pi); where the clipped one is less, nothing moves.
        guard plain <= clipped else { continue }
        slopes[action] -= plain / Double(G)
        total += plain / Double(G)
      }
      for j in 0..<K { slopes[j] += total * exponential(logs[j]) }
      return value
    }
  }

  /// The clipped error of a value V = sigmoid(score): 1/(2 n) sum_i max((V - R)^2, (V_clip - R)^2).
  ///
  /// V_clip = V_old + clip(V - V_old, -c, c). Double precision; the result is 1 x 1.
  ///
  /// - Parameters:
  ///   - scores: `[n, 1]`.
  ///   - targets: R of each row.
  ///   - old: V_old of each row.
  ///   - clip: c.
  public func clippedValueError(
    _ scores: Tensor, targets: [Double], old: [Double], clip: Double
  ) -> Tensor {
    let n = scores.rows
    require(
      scores.columns == 1 && targets.count == n && old.count == n,
      "\(targets.count) targets and \(old.count) values for \(n) x \(scores.columns) scores")
    let mean = new(1, 1, needsGradient: scores.needsGradient)
    let slopes = new(n, 1)
    var sum = 0.0
    for r in 0..<n {
      let value = 1 / (1 + exponential(-Double(scores.pointer[r])))
      let moved = old[r] + min(max(value - old[r], -clip), clip)
      let plain = (value - targets[r]) * (value - targets[r])
      let clipped = (moved - targets[r]) * (moved - targets[r])
      sum += max(plain, clipped) / 2
      // The clipped error is the larger one only where V is out of reach, and then constant.
      slopes.pointer[r] =
        plain >= clipped ? Float((value - targets[r]) * value * (1 - value) / Double(n)) : 0
    }
    mean.pointer[0] = n == 0 ? 0 : Float(sum / Double(n))
    record(mean) { [self] dy in pass(multiplied(slopes, by: dy.pointer[0]), to: scores) }
    return mean
  }
}
