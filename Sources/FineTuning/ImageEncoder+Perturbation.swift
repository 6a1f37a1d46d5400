import CLIPModels
import Datasets
import Images
import Tensors

extension ImageEncoder {
  /// The logits of images after one step that makes their predicted class likelier.
  ///
  /// x' = x - epsilon sign(d/dx L(x)) / std with L = -log softmax(logits(x) / T)_y, y the predicted
  /// class, std of each channel's normalisation and sign(0) = 1; x' is not clipped.
  ///
  /// Source: Liang, Li, Srikant, ICLR 2018, equation 2, as OpenOOD's `ODINPostprocessor` takes it.
  ///
  /// - Parameters:
  ///   - images: the images.
  ///   - classifier: what makes logits of image features.
  ///   - temperature: T.
  ///   - epsilon: the step in units of the image's range 0 ... 1.
  /// - Returns: `[images, classes]`.
  /// - Throws: the error of the first image that cannot be decoded.
  public func perturbedLogits(
    of images: ImageSet, by classifier: FineTunedClassifier, temperature: Double, epsilon: Double
  ) throws -> Matrix {
    try matrix(of: images, columns: classifier.classCount) { workspace, range in
      perturbedLogits(
        try pixels(of: images, range), workspace, by: classifier, temperature: temperature,
        epsilon: epsilon)
    }
  }

  /// The logits of one shard's pixels after the step.
  func perturbedLogits(
    _ pixels: Matrix, _ workspace: Workspace, by classifier: FineTunedClassifier,
    temperature: Double, epsilon: Double
  ) -> Matrix {
    let moved = moved(
      pixels, workspace, by: classifier, temperature: temperature, epsilon: epsilon)
    let tape = Tape(workspace: workspace)
    return classifier(tape, model.vision(tape, pixels: tape.constant(moved))).logits.matrix
  }

  /// The pixels after the step.
  func moved(
    _ pixels: Matrix, _ workspace: Workspace, by classifier: FineTunedClassifier,
    temperature: Double, epsilon: Double
  ) -> Matrix {
    let tape = Tape(workspace: workspace, gradients: Gradients(of: [], slots: 1))
    let input = tape.variable(pixels)
    let features = model.vision(tape, pixels: input)
    let logits = classifier(tape, features, over: temperature).logits
    let predicted = FineTunedClassifier.predictions(logits.matrix)
    // The mean over the shard scales an image's gradient, which leaves its signs alone.
    tape.backward(tape.crossEntropy(logits, labels: predicted))

    let gradient = input.gradientMatrix
    let steps = preprocessor.configuration.std.map { Float(epsilon / Double($0)) }
    let plane = pixels.columns / steps.count
    var moved = pixels
    for row in 0..<pixels.rows {
      for (channel, step) in steps.enumerated() {
        let start = row * pixels.columns + channel * plane
        for i in start..<start + plane {
          moved.values[i] -= gradient.values[i] >= 0 ? step : -step
        }
      }
    }
    return moved
  }
}
