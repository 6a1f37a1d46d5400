import ArgumentParser
import Tensors

/// What this machine's processors can do at most, which other cases' figures are shares of.
struct PeakCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gemm-peak",
    abstract: "Products of large matrices on every thread, each time they are asked for.",
    discussion: """
      A step is a product of [rows, inner] and [columns, inner]^T on each thread, in single \
      precision by the library and the kernels that all other cases use. `fma_gflops` is measured \
      once: multiply-adds of registers, as wide as the project's own kernels are (8 lanes).
      """)

  @Option(help: "As many as a shard of ViT-B/32's layers has, times four.") var rows = 1600
  @Option var inner = 3072
  @Option var columns = 768
  @Option var threads = 2
  @Option(help: "Steps before the first that counts.") var warmUp = 3

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let workers = Workers(threads: threads)
    let weight = Parameter("weight", shape: [columns, inner], repeating: 0.5)
    let inputs = (0..<threads).map {
      Parameter("input \($0)", shape: [rows, inner], repeating: 0.25)
    }
    // Buffers of each thread stay, as a tower's do.
    let tapes = (0..<threads).map { _ in Tape(workspace: Workspace()) }
    let operations = 2 * rows * inner * columns * threads
    let program = WarmProgram(
      name: "gemm-peak",
      facts: """
        "threads": \(threads), "flop": \(operations), "kernels": "\(MatrixLibrary.kernelName)", \
        "fma_gflops": \(registerPeak(workers))
        """)
    try program.answer(warmUp: warmUp) {
      let results = workers.map(threads) { index in
        let tape = tapes[index]
        return tape.linear(tape.tensor(inputs[index]), weight).rows
      }
      return Double(results.reduce(0, +))
    }
  }

  /// Billions of operations a second of multiply-adds that touch no memory, the best of some.
  private func registerPeak(_ workers: Workers) -> Double {
    let count = 20_000_000
    let clock = ContinuousClock()
    return (0..<3).map { _ in
      let start = clock.now
      let sums = workers.map(threads) { multiplyAdds(count, seed: Float($0)) }
      let seconds = (clock.now - start) / .seconds(1)
      // The sums are used, so that no loop is left out.
      return sums.reduce(0, +).isNaN ? 0 : Double(count * 12 * 8 * 2 * threads) / seconds / 1e9
    }.max() ?? 0
  }
}

/// Twelve chains of eight lanes: enough to fill two units of four cycles' latency.
private func multiplyAdds(_ count: Int, seed: Float) -> Float {
  let factor = SIMD8<Float>(repeating: 0.999_9)
  let term = SIMD8<Float>(repeating: 1e-6 + seed * 1e-9)
  var a = term, b = term, c = term, d = term, e = term, f = term
  var g = term, h = term, i = term, j = term, k = term, l = term
  for _ in 0..<count {
    a = term.addingProduct(a, factor)
    b = term.addingProduct(b, factor)
    c = term.addingProduct(c, factor)
    d = term.addingProduct(d, factor)
    e = term.addingProduct(e, factor)
    f = term.addingProduct(f, factor)
    g = term.addingProduct(g, factor)
    h = term.addingProduct(h, factor)
    i = term.addingProduct(i, factor)
    j = term.addingProduct(j, factor)
    k = term.addingProduct(k, factor)
    l = term.addingProduct(l, factor)
  }
  return (((a + b) + (c + d)) + ((e + f) + (g + h)) + ((i + j) + (k + l))).sum()
}
