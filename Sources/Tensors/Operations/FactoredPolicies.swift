/// Losses of a policy in two steps: a class a, and a detail d of that class.
///
/// pi(a, d|x) = pi(a|x) pi(d|x, a), pi(a|x) = softmax(logits)_a and pi(d|x, a) the softmax of the details'
/// scores over those of a alone. The details' columns are those of class 0, then of class 1, and so on;
/// `sizes` says how many each class has. Double precision; results are 1 x 1 and means over the rows.
extension Tape {
  /// Log probabilities of details given their class, with a constant weight each.
  ///
  /// loss = -1/n sum_i sum_(a, d) w_iad log pi(d|x_i, a).
  ///
  /// - Parameters:
  ///   - details: scores, `[n, all details]`.
  ///   - weights: `[n, all details]`, of any sign.
  ///   - sizes: the number of details of each class, at least one each.
  public func weightedLogProbabilities(
    _ details: Tensor, weights: DoubleMatrix, sizes: [Int]
  ) -> Tensor {
    requireSize(of: weights, "weights", details)
    require(
      sizes.reduce(0, +) == details.columns, "\(details.columns) details for sizes \(sizes)")
    let slopes = new(details.rows, details.columns)
    let logs = logSoftmax(details.matrix, sizes: sizes)
    let n = Double(max(1, details.rows))
    var sum = 0.0
    for row in 0..<details.rows {
      var start = row * details.columns
      for size in sizes {
        var total = 0.0
        for i in start..<start + size {
          if weights.values[i] != 0 { sum -= weights.values[i] * logs.values[i] }
          total += weights.values[i]
        }
        for i in start..<start + size {
          slopes.pointer[i] = Float((total * exponential(logs.values[i]) - weights.values[i]) / n)
        }
        start += size
      }
    }
    return constantSlopes(sum / n, [(details, slopes)])
  }

  /// The expected reward of class and detail, negative: -1/n sum_i sum_(a, d) pi(a, d|x_i) r_iad.
  ///
  /// With m_a = sum_d pi(d|a) r_ad and E = sum_a pi_a m_a the slopes are -pi_a (m_a - E) by the class's
  /// score and -pi_a pi(d|a) (r_ad - m_a) by the detail's.
  ///
  /// - Parameters:
  ///   - logits: `[n, classes]`.
  ///   - details: scores, `[n, all details]`.
  ///   - rewards: `[n, all details]`.
  ///   - sizes: the number of details of each class, at least one each.
  public func expectedReward(
    _ logits: Tensor, details: Tensor, rewards: DoubleMatrix, sizes: [Int]
  ) -> Tensor {
    requireSize(of: rewards, "rewards", details)
    require(
      sizes.count == logits.columns && sizes.reduce(0, +) == details.columns
        && logits.rows == details.rows,
      "\(details.rows) x \(details.columns) details of sizes \(sizes) for \(logits.rows) x "
        + "\(logits.columns) logits")
    let (K, D) = (logits.columns, details.columns)
    let classSlopes = new(logits.rows, K)
    let detailSlopes = new(details.rows, D)
    let classes = logSoftmax(logits.matrix)
    let logs = logSoftmax(details.matrix, sizes: sizes)
    let n = Double(max(1, logits.rows))
    var sum = 0.0
    var means = [Double](repeating: 0, count: K)
    for row in 0..<logits.rows {
      // Differences from the first reward, so that equal ones give exactly zero.
      let first = rewards.values[row * D]
      var start = row * D
      var expected = 0.0
      for (a, size) in sizes.enumerated() {
        means[a] = 0
        for i in start..<start + size {
          means[a] += exponential(logs.values[i]) * (rewards.values[i] - first)
        }
        expected += exponential(classes[row, a]) * means[a]
        start += size
      }
      start = row * D
      for (a, size) in sizes.enumerated() {
        let share = exponential(classes[row, a])
        classSlopes.pointer[row * K + a] = Float(share * (expected - means[a]) / n)
        for i in start..<start + size {
          let slope = means[a] - (rewards.values[i] - first)
          detailSlopes.pointer[i] = Float(share * exponential(logs.values[i]) * slope / n)
        }
        start += size
      }
      sum -= first + expected
    }
    return constantSlopes(sum / n, [(logits, classSlopes), (details, detailSlopes)])
  }

  /// A value whose slopes by some tensors are known.
  private func constantSlopes(_ value: Double, _ slopes: [(Tensor, Tensor)]) -> Tensor {
    let result = new(1, 1, needsGradient: slopes.contains { $0.0.needsGradient })
    result.pointer[0] = Float(value)
    record(result) { [self] dy in
      for (source, slope) in slopes where source.needsGradient {
        pass(multiplied(slope, by: dy.pointer[0]), to: source)
      }
    }
    return result
  }
}

/// Logarithms of the softmax within groups of columns, one group after the other.
///
/// - Parameters:
///   - scores: `[rows, columns]`.
///   - sizes: the columns of each group; they sum to all.
public func logSoftmax(_ scores: Matrix, sizes: [Int]) -> DoubleMatrix {
  var result = DoubleMatrix(rows: scores.rows, columns: scores.columns)
  scores.values.withUnsafeBufferPointer { source in
    result.values.withUnsafeMutableBufferPointer { target in
      guard let x = source.baseAddress, let y = target.baseAddress else { return }
      for row in 0..<scores.rows {
        var start = row * scores.columns
        for size in sizes {
          logSoftmaxRow(x + start, y + start, count: size)
          start += size
        }
      }
    }
  }
  return result
}
