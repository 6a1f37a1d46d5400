import FileFormats

extension DecodedImage {
  /// The image in RGB, equal bit for bit to Pillow's `convert("RGB")`.
  ///
  /// Without a background, opacity is ignored: transparent pixels show whatever colour they store.
  /// 16-bit gray is cut off at 255, as in Pillow.
  ///
  /// - Parameter background: a gray level to put behind transparent pixels first, with the rounding
  ///   of Pillow's `alpha_composite`; Hugging Face's processors use 255.
  public func rgb(background: UInt8? = nil) -> RGBImage {
    pixelGrid(background: background).rgb
  }

  /// The same with opacity in the fourth channel; it is 255 everywhere with a background.
  func pixelGrid(background: UInt8?) -> PixelGrid {
    var pixels = colors
    if let background {
      addTransparency(to: &pixels)
      composite(&pixels, over: background)
    }
    return PixelGrid(width: width, height: height, pixels: pixels)
  }

  private var colors: [SIMD4<UInt8>] {
    switch mode {
    case .bilevel, .gray: return samples.map { SIMD4($0, $0, $0, 255) }
    case .rgb: return opaquePixels(samples)
    case .grayAlpha:
      return (0..<width * height).map { i in
        let gray = samples[2 * i]
        return SIMD4(gray, gray, gray, samples[2 * i + 1])
      }
    case .rgba:
      var pixels = [SIMD4<UInt8>](repeating: SIMD4(), count: width * height)
      var output = pixels.mutableSpan
      let input = samples.span
      for i in 0..<width * height {
        output[i] = SIMD4(input[4 * i], input[4 * i + 1], input[4 * i + 2], input[4 * i + 3])
      }
      return pixels
    case .palette:
      let table = opaquePixels(palette)
      return samples.map { table[Int($0)] }
    case .gray16:
      return (0..<width * height).map { i in
        let gray = samples[2 * i + 1] == 0 ? samples[2 * i] : 255
        return SIMD4(gray, gray, gray, 255)
      }
    }
  }

  /// Applies the transparency that the file states beside its pixels.
  private func addTransparency(to pixels: inout [SIMD4<UInt8>]) {
    switch transparency {
    case .none: return
    case .palette(let opacities):
      for i in 0..<pixels.count { pixels[i].w = opacities[Int(samples[i])] }
    case .color(let red, let green, let blue):
      erase(SIMD3(truncatingIfNeeded: SIMD3(red, green, blue)), in: &pixels)
    }
  }

  /// The pixels of `convert("RGB")`, with what transparency Pillow keeps through it.
  ///
  /// Opacities are lost, a single transparent colour is not: Pillow carries it along as a colour.
  func pixelGridKeepingTransparentColor(background: UInt8) -> PixelGrid {
    var pixels = colors
    for i in 0..<pixels.count { pixels[i].w = 255 }
    switch transparency {
    case .palette(let opacities):
      // Pillow takes one transparent entry among opaque ones for a colour, anything else for bytes.
      guard let entry = opacities.firstIndex(of: 0), opacities.count(where: { $0 != 255 }) == 1
      else { break }
      erase(SIMD3(palette[3 * entry], palette[3 * entry + 1], palette[3 * entry + 2]), in: &pixels)
    case .color where mode == .gray || mode == .rgb: addTransparency(to: &pixels)
    case .color, .none: break
    }
    composite(&pixels, over: background)
    return PixelGrid(width: width, height: height, pixels: pixels)
  }
}

/// Makes pixels of one colour transparent; Pillow compares 8 bits of each channel at any depth.
private func erase(_ color: SIMD3<UInt8>, in pixels: inout [SIMD4<UInt8>]) {
  let opaque = SIMD4(color, 255)
  for i in 0..<pixels.count where pixels[i] == opaque { pixels[i].w = 0 }
}

/// Pillow's `alpha_composite` over an opaque gray (libImaging/AlphaComposite.c).
private func composite(_ pixels: inout [SIMD4<UInt8>], over background: UInt8) {
  let behind = SIMD4<UInt32>(repeating: UInt32(background))
  let opaqueBackground = SIMD4<UInt8>(background, background, background, 255)
  var output = pixels.mutableSpan
  for i in 0..<output.count {
    let pixel = output[i]
    if pixel.w == 255 { continue }
    if pixel.w == 0 {
      output[i] = opaqueBackground
      continue
    }
    // With an opaque background the weights are opacity and 255 - opacity, in 1/128.
    let front = UInt32(pixel.w) << 7
    let sum =
      SIMD4<UInt32>(truncatingIfNeeded: pixel) &* front &+ behind &* (255 << 7 &- front) &+ 0x4000
    let quotient = ((sum &>> 8 &+ sum) &>> 8) &>> 7
    output[i] = SIMD4(truncatingIfNeeded: quotient)
    output[i].w = 255
  }
}
