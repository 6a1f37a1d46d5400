import CCrypto

/// SHA-256 digests (FIPS 180-4) as 64 lower-case hexadecimal digits, by OpenSSL's libcrypto.
public enum SHA256 {
  /// The digest of some bytes.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    var hasher = Hasher()
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// The digest of a file's contents, read in pieces; throws if it cannot be read.
  public static func hexDigest(ofFile path: String) throws -> String {
    let file = try OpenFile(path)
    var hasher = Hasher()
    var position = 0
    try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
      while true {
        let size = try file.readSome(into: buffer, at: position)
        if size == 0 { break }
        hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<size]))
        position += size
      }
    }
    return hasher.finalize()
  }

  /// A digest in the making; it has one owner, so that no copy can share its state.
  public struct Hasher: ~Copyable {
    private let context: OpaquePointer

    /// Starts the digest of nothing.
    public init() {
      guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
      else { fatalError("libcrypto offers no SHA-256; is a FIPS configuration broken?") }
      self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Appends bytes.
    public mutating func update(_ bytes: [UInt8]) {
      bytes.withUnsafeBytes { update($0) }
    }

    /// Appends a text's UTF-8 bytes.
    public mutating func update(_ text: String) { update([UInt8](text.utf8)) }

    /// Appends numbers in their 4 bytes, least significant first.
    public mutating func update(_ values: [Float]) {
      values.withUnsafeBytes { update($0) }
    }

    /// Ends the digest; the hasher then starts again with nothing.
    public mutating func finalize() -> String {
      var digest = [UInt8](repeating: 0, count: 32)
      guard EVP_DigestFinal_ex(context, &digest, nil) == 1,
        EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
      else { fatalError("libcrypto failed to finish a SHA-256 digest") }
      return hexadecimal(digest)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
      else { fatalError("libcrypto failed to update a SHA-256 digest") }
    }
  }
}

/// Two lower-case digits for each byte.
private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = [UInt8]("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
