import Synchronization

/// The token ids of words seen before, shared by all copies of a tokenizer.
///
/// A class because it is shared and mutable: prompts repeat a few words thousands of times. Entries
/// only repeat what the merge table says, so results do not depend on it.
final class WordCache: Sendable {
  /// Above this many words the cache starts afresh, so that endless input does not fill memory.
  private static let limit = 65_536

  private let words = Mutex<[[UInt8]: [Int32]]>([:])

  func ids(of word: [UInt8], in table: MergeTable) -> [Int32] {
    if let known = words.withLock({ $0[word] }) { return known }
    let ids = table.encode(word)
    words.withLock {
      if $0.count >= Self.limit { $0.removeAll() }
      $0[word] = ids
    }
    return ids
  }
}
