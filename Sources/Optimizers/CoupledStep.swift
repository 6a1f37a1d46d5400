import FoundationEssentials
import Tensors

/// A way to encode numbered items (images or texts) on a tape, in shards.
public struct Encoding: Sendable {
  let count: Int
  let shardSize: Int
  let forward: @Sendable (Tape, Range<Int>) -> Tensor

  /// Creates an encoding of the items 0 ..< count.
  ///
  /// - Parameters:
  ///   - count: the number of items.
  ///   - shardSize: items per shard: a fixed constant, because it decides the order of sums.
  ///   - forward: the features `[items, channels]` of a range of items.
  public init(
    count: Int, shardSize: Int, forward: @escaping @Sendable (Tape, Range<Int>) -> Tensor
  ) {
    self.count = count
    self.shardSize = shardSize
    self.forward = forward
  }

  func range(_ shard: Int) -> Range<Int> {
    shard * shardSize..<min(count, (shard + 1) * shardSize)
  }
}

/// One branch of a two-tower step.
public enum Branch: Sendable {
  /// Features that are known: a frozen tower's.
  case constant(Matrix)
  /// Features that are computed, and through which gradients flow where something trains.
  case encoded(Encoding)
}

/// Gradients of a loss that couples all items of a batch, computed in fixed shards.
///
/// Every branch is encoded shard by shard in parallel, the loss is evaluated once on the gathered
/// features, and its gradient runs back through the shards in parallel. Shards, slots and the order
/// of sums are constants, so results are equal bit for bit for any number of threads.
public final class CoupledStep {
  /// The gradient sums of the last `run`.
  public let gradients: Gradients
  private let workers: Workers
  private var workspaces: [Workspace] = []
  private let joint = Workspace()
  /// Threads' memory for what is computed twice.
  private let scratch = WorkspacePool()
  private let activationBudget: Int
  /// What a branch's shards keep for the way back, by branch, in floats an item; measured once.
  private var kept: [Int: Int] = [:]

  /// Creates the buffers.
  ///
  /// - Parameters:
  ///   - parameters: what may train; frozen ones are skipped.
  ///   - workers: the threads to use.
  ///   - slots: gradient buffers; more of them allow more threads in the backward pass.
  ///   - activationBudget: floats that shards may keep between their way forward and back; where they
  ///     would need more, transformer blocks are computed twice. No bit of a result depends on it.
  public init(
    training parameters: [Parameter], on workers: Workers, slots: Int = 4,
    activationBudget: Int = CoupledStep.halfOfMemory
  ) {
    self.workers = workers
    self.activationBudget = activationBudget
    gradients = Gradients(of: parameters, slots: slots)
  }

  /// As many floats as half of the machine's memory holds.
  public static let halfOfMemory = Int(clamping: ProcessInfo.processInfo.physicalMemory / 8)

  /// The number of floats held for activations; constant once every shape has been seen.
  public var allocatedCount: Int {
    workspaces.reduce(joint.allocatedCount + scratch.allocatedCount) { $0 + $1.allocatedCount }
  }

  /// Computes the loss and the gradients of all trainable parameters.
  ///
  /// - Parameters:
  ///   - branches: what to encode.
  ///   - step: tells this step's random draws from those of others; without it nothing is drawn.
  ///   - loss: the loss `[1, 1]` from the branches' features, in the branches' order.
  /// - Returns: the loss.
  public func run(
    _ branches: [Branch], step: UInt64? = nil, loss: (Tape, [Tensor]) -> Tensor
  ) -> Float {
    let shards = branches.map { branch -> Int in
      guard case .encoded(let encoding) = branch else { return 0 }
      return (encoding.count + encoding.shardSize - 1) / encoding.shardSize
    }
    let pieces = branches.indices.flatMap { b in (0..<shards[b]).map { (branch: b, shard: $0) } }
    while workspaces.count < pieces.count { workspaces.append(Workspace()) }
    let slots = gradients.slotCount
    let gradients = gradients
    workers.forEach(slots) { gradients.clear(slot: $0) }

    let spaces = workspaces
    let scratch = scratch
    @Sendable func forward(_ index: Int, recomputing: Bool) -> (tape: Tape, output: Tensor) {
      let piece = pieces[index]
      guard case .encoded(let encoding) = branches[piece.branch] else {
        fatalError("a constant branch has no shards")
      }
      let range = encoding.range(piece.shard)
      let draws = step.map {
        DrawPosition(step: $0, branch: piece.branch, firstItem: range.lowerBound)
      }
      let tape = Tape(
        workspace: spaces[index], gradients: gradients, slot: index % slots, draws: draws)
      guard recomputing else { return (tape, encoding.forward(tape, range)) }
      return scratch.borrow {
        tape.scratch = $0
        defer { tape.scratch = nil }
        return (tape, encoding.forward(tape, range))
      }
    }

    // A branch's first shard tells what all of them would keep.
    var started: [Int: (tape: Tape, output: Tensor)] = [:]
    var total = 0
    for (b, branch) in branches.enumerated() {
      guard case .encoded(let encoding) = branch, encoding.count > 0 else { continue }
      if kept[b] == nil, let index = pieces.firstIndex(where: { $0.branch == b }) {
        started[index] = forward(index, recomputing: false)
        kept[b] = spaces[index].allocatedCount / encoding.range(0).count
      }
      total += (kept[b] ?? 0) * encoding.count
    }
    let recomputes = total > activationBudget
    let first = started
    let encoded = workers.map(pieces.count) { index in
      first[index] ?? forward(index, recomputing: recomputes)
    }

    let tape = Tape(workspace: joint, gradients: gradients, slot: 0)
    let features = branches.indices.map { b -> Tensor in
      guard case .encoded = branches[b] else {
        guard case .constant(let matrix) = branches[b] else { fatalError("unreachable") }
        return tape.constant(matrix)
      }
      let parts = pieces.indices.filter { pieces[$0].branch == b }.map { encoded[$0].output }
      return tape.gathered(parts)
    }
    let value = loss(tape, features)
    tape.backward(value)

    var seeds = [Matrix?](repeating: nil, count: pieces.count)
    for b in branches.indices {
      var row = 0
      for index in pieces.indices where pieces[index].branch == b {
        let output = encoded[index].output
        if output.needsGradient {
          seeds[index] = features[b].gradientRows(row..<row + output.rows)
        }
        row += output.rows
      }
    }
    let ready = seeds
    workers.forEach(min(slots, pieces.count)) { slot in
      for index in stride(from: slot, to: pieces.count, by: slots) {
        guard let seed = ready[index] else { continue }
        let (tape, output) = encoded[index]
        guard recomputes else {
          tape.backward(output, seed: seed)
          continue
        }
        scratch.borrow {
          tape.scratch = $0
          tape.backward(output, seed: seed)
          tape.scratch = nil
        }
      }
    }
    gradients.reduce(on: workers)
    return value.scalar
  }
}

extension Encoding {
  /// The features of all items `[count, channels]`, without gradients.
  public func features(on workers: Workers) -> Matrix {
    let parts = workers.map((count + shardSize - 1) / shardSize) { shard in
      workers.workspaces.borrow { forward(Tape(workspace: $0), range(shard)).matrix }
    }
    return Matrix(
      rows: count, columns: parts.first?.columns ?? 0, values: parts.flatMap { $0.values })
  }
}
