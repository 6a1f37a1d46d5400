/// Losses of a policy pi(a|x_i) = softmax(logits_i)_a over the classes, with constant rewards.
///
/// All sums run in double precision; every result is 1 x 1 and a mean over the rows.
extension Tape {
  /// Log probabilities of the actions, with a constant weight each.
  ///
  /// loss = -1/n sum_i sum_a w_ia log pi(a|x_i): with w_ia the advantages of the times that a was
  /// drawn, over the size of the group, its gradient is that of the score function estimator
  /// (Williams, "Simple statistical gradient-following algorithms", 1992). Weights of zero cost no
  /// bit: a row without others has a gradient of exactly zero.
  ///
  /// - Parameter weights: `[n, classes]`, of any sign.
  public func weightedLogProbabilities(_ logits: Tensor, weights: DoubleMatrix) -> Tensor {
    requireSize(of: weights, "weights", logits)
    return rowMean(of: logits) { row, K, logs, slopes in
      var value = 0.0
      var total = 0.0
      for j in 0..<K {
        let weight = weights.values[row * K + j]
        if weight != 0 { value -= weight * logs[j] }
        total += weight
      }
      for j in 0..<K {
        slopes[j] = total * exponential(logs[j]) - weights.values[row * K + j]
      }
      return value
    }
  }

  /// The expected reward of the policy, negative: loss = -1/n sum_i sum_a pi(a|x_i) r_ia.
  ///
  /// d loss_i / d z_j = -pi_j (r_j - sum_a pi_a r_a). Rewards enter as differences from the row's
  /// first, so equal ones give a gradient of exactly zero.
  ///
  /// - Parameter rewards: `[n, classes]`.
  public func expectedReward(_ logits: Tensor, rewards: DoubleMatrix) -> Tensor {
    requireSize(of: rewards, "rewards", logits)
    return rowMean(of: logits) { row, K, logs, slopes in
      let first = rewards.values[row * K]
      var mean = 0.0
      for j in 0..<K { mean += exponential(logs[j]) * (rewards.values[row * K + j] - first) }
      for j in 0..<K {
        slopes[j] = exponential(logs[j]) * (mean - (rewards.values[row * K + j] - first))
      }
      return -(first + mean)
    }
  }

  /// The divergence of the policy from a constant one: 1/n sum_i sum_a pi_ia log(pi_ia / ref_ia).
  ///
  /// It is the sum over all actions, not an estimate from those that were drawn.
  ///
  /// - Parameter reference: log ref, `[n, classes]`.
  public func divergence(_ logits: Tensor, from reference: DoubleMatrix) -> Tensor {
    requireSize(of: reference, "log probabilities", logits)
    return rowMean(of: logits) { row, K, logs, slopes in
      var value = 0.0
      for j in 0..<K {
        slopes[j] = logs[j] - reference.values[row * K + j]
        value += exponential(logs[j]) * slopes[j]
      }
      for j in 0..<K { slopes[j] = exponential(logs[j]) * (slopes[j] - value) }
      return value
    }
  }

  /// Generalised cross-entropy: loss = 1/n sum_i sum_c t_ic (1 - p_ic^q) / q.
  ///
  /// q towards 0 is the cross-entropy, q = 1 the mean absolute error 1 - p. Source: Zhang, Sabuncu,
  /// "Generalized cross entropy loss for training deep neural networks with noisy labels", NeurIPS
  /// 2018, arXiv:1805.07836, equation 6.
  ///
  /// - Parameters:
  ///   - targets: `[n, classes]`, rows of sum 1.
  ///   - q: in (0, 1].
  public func generalizedCrossEntropy(
    _ logits: Tensor, targets: DoubleMatrix, q: Double
  ) -> Tensor {
    requireSize(of: targets, "targets", logits)
    require(q > 0 && q <= 1, "q is \(q), expected one in (0, 1]")
    return rowMean(of: logits) { row, K, logs, slopes in
      var value = 0.0
      var total = 0.0
      for j in 0..<K {
        let target = targets.values[row * K + j]
        // d(-p^q / q) / d log p = -p^q
        slopes[j] = target == 0 ? 0 : target * exponential(q * logs[j])
        value += (target - slopes[j]) / q
        total += slopes[j]
      }
      for j in 0..<K { slopes[j] = total * exponential(logs[j]) - slopes[j] }
      return value
    }
  }

  func requireSize(of matrix: DoubleMatrix, _ name: String, _ logits: Tensor) {
    require(
      matrix.rows == logits.rows && matrix.columns == logits.columns,
      "\(name) \(matrix.rows) x \(matrix.columns) for logits \(logits.rows) x \(logits.columns)")
  }

  /// The mean over rows of a function of their log softmax.
  ///
  /// - Parameter value: gets the row, the number of classes and the log probabilities, sets the slopes
  ///   by the logits and returns the value.
  func rowMean(
    of logits: Tensor,
    _ value: (
      _ row: Int, _ K: Int, _ logs: UnsafeMutablePointer<Double>,
      _ slopes: UnsafeMutablePointer<Double>
    ) -> Double
  ) -> Tensor {
    let K = logits.columns
    let n = logits.rows
    let mean = new(1, 1, needsGradient: logits.needsGradient)
    let slopes = new(n, K)
    var sum = 0.0
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * K) { buffer in
      guard let logs = buffer.baseAddress else { return }
      for r in 0..<n {
        logSoftmaxRow(logits.pointer + r * K, logs, count: K)
        sum += value(r, K, logs, logs + K)
        for j in 0..<K { slopes.pointer[r * K + j] = Float(logs[K + j] / Double(n)) }
      }
    }
    mean.pointer[0] = n == 0 ? 0 : Float(sum / Double(n))
    record(mean) { [self] dy in pass(multiplied(slopes, by: dy.pointer[0]), to: logits) }
    return mean
  }
}
