/// Gradient sums of the trainable parameters, one buffer per slot.
///
/// The shards of a step are dealt to a fixed number of slots; within a slot they run in order, and
/// the slots are added in order. So the sum does not depend on how many threads there are.
public final class Gradients: @unchecked Sendable {
  /// The parameters in the order they were given.
  public let parameters: [Parameter]
  /// The number of slots.
  public let slotCount: Int
  private let slots: [UnsafeMutablePointer<Float>]
  private let offsets: [ObjectIdentifier: Int]
  private let total: Int

  /// Creates zeroed buffers for the trainable parameters among those given.
  public init(of parameters: [Parameter], slots slotCount: Int) {
    self.parameters = parameters.filter { $0.isTrainable }
    self.slotCount = slotCount
    var next = 0
    var offsets: [ObjectIdentifier: Int] = [:]
    for parameter in self.parameters {
      offsets[ObjectIdentifier(parameter)] = next
      next += Parameter.paddedCount(parameter.count)
    }
    let total = max(next, 16)
    self.offsets = offsets
    self.total = total
    slots = (0..<slotCount).map { _ in allocateFloats(total + 16) }
  }

  deinit { for slot in slots { slot.deallocate() } }

  func pointer(_ parameter: Parameter, slot: Int) -> UnsafeMutablePointer<Float> {
    guard let offset = offsets[ObjectIdentifier(parameter)] else {
      fatalError("\(parameter.name) became trainable after the gradients were allocated")
    }
    return slots[slot] + offset
  }

  /// Sets one slot to zero.
  public func clear(slot: Int) { slots[slot].update(repeating: 0, count: total) }

  /// Adds all slots into slot 0, in slot order, by fixed tiles.
  public func reduce(on workers: Workers) {
    guard slotCount > 1 else { return }
    let tile = 1 << 16
    workers.forEach((total + tile - 1) / tile) { index in
      let start = index * tile
      let count = min(tile, self.total - start)
      for slot in 1..<self.slotCount {
        addInPlace(self.slots[slot] + start, self.slots[0] + start, count: count)
      }
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
    scaled(slots[0], factor, slots[0], count: total)
  }
}
