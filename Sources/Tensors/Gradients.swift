/// Gradient sums of the trainable parameters, one buffer per slot.
///
/// The shards of a step are dealt to a fixed number of slots; within a slot they run in order, and
/// the slots are added in order. So the sum does not depend on how many threads there are.
public final class Gradients: @unchecked Sendable {
  /// The parameters in the order they were given.
  public let parameters: [Parameter]
  /// The number of slots.
  public let slotCount: Int
  /// The buffers, each there once its slot is used: a large model's gradient is no small thing.
  private let slots: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  private let indices: [ObjectIdentifier: Int]
  /// Where each parameter's gradient begins in a slot, and at the end the size of a slot.
  private let offsets: [Int]
  /// Whether a slot holds anything but zeros for a parameter, slot by slot; each slot writes its own.
  private let written: UnsafeMutablePointer<Bool>

  /// Makes room for the trainable parameters among those given.
  public init(of parameters: [Parameter], slots slotCount: Int) {
    self.parameters = parameters.filter { $0.isTrainable }
    self.slotCount = slotCount
    var next = 0
    var offsets: [Int] = []
    var indices: [ObjectIdentifier: Int] = [:]
    for (index, parameter) in self.parameters.enumerated() {
      indices[ObjectIdentifier(parameter)] = index
      offsets.append(next)
      next += Parameter.paddedCount(parameter.count)
    }
    self.indices = indices
    self.offsets = offsets + [next]
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: nil, count: slotCount)
    let flags = slotCount * self.parameters.count
    written = .allocate(capacity: max(flags, 1))
    written.initialize(repeating: false, count: flags)
  }

  deinit {
    for slot in 0..<slotCount { slots[slot]?.deallocate() }
    slots.deallocate()
    written.deallocate()
  }

  /// The place of a parameter's gradient in a slot, to be added to.
  func pointer(_ parameter: Parameter, slot: Int) -> UnsafeMutablePointer<Float> {
    guard let index = indices[ObjectIdentifier(parameter)] else {
      fatalError("\(parameter.name) became trainable after the gradients were allocated")
    }
    written[slot * parameters.count + index] = true
    return buffer(slot) + offsets[index]
  }

  /// The buffer of a slot, which one thread uses at a time.
  private func buffer(_ slot: Int) -> UnsafeMutablePointer<Float> {
    if let buffer = slots[slot] { return buffer }
    let buffer = allocateFloats(max(offsets[parameters.count], 16) + 16)
    slots[slot] = buffer
    return buffer
  }

  /// Sets one slot to zero: what was written to it.
  public func clear(slot: Int) {
    for index in parameters.indices where written[slot * parameters.count + index] {
      written[slot * parameters.count + index] = false
      let size = offsets[index + 1] - offsets[index]
      (buffer(slot) + offsets[index]).update(repeating: 0, count: size)
    }
  }

  /// Adds all slots into slot 0, in slot order, by fixed tiles; slots that hold nothing are passed
  /// over.
  public func reduce(on workers: Workers) {
    let tile = 1 << 16
    let tiles = parameters.indices.flatMap { index in
      let holding = (1..<slotCount).filter { written[$0 * parameters.count + index] }
      if !holding.isEmpty { written[index] = true }
      return holding.isEmpty
        ? []
        : stride(from: offsets[index], to: offsets[index + 1], by: tile).map {
          (start: $0, count: min(tile, offsets[index + 1] - $0), slots: holding)
        }
    }
    nonisolated(unsafe) let total = buffer(0)
    workers.forEach(tiles.count) { piece in
      let (start, count, holding) = tiles[piece]
      for slot in holding { addInPlace(self.buffer(slot) + start, total + start, count: count) }
    }
  }

  /// The reduced gradient of a parameter, in row-major order.
  public func values(_ parameter: Parameter) -> [Float] {
    [Float](UnsafeBufferPointer(start: pointer(parameter, slot: 0), count: parameter.count))
  }

  /// The Euclidean norm over all reduced gradients.
  public var norm: Double {
    var sum = 0.0
    for parameter in parameters {
      let gradient = pointer(parameter, slot: 0)
      sum += preciseDot(gradient, gradient, count: parameter.count)
    }
    return sum.squareRoot()
  }

  /// Multiplies all reduced gradients by a factor.
  public func scale(by factor: Float) {
    scaled(buffer(0), factor, buffer(0), count: offsets[parameters.count])
  }
}
