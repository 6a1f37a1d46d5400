extension SweepReport {
  /// The plots, or why there are none.
  func plots(_ pictures: [String: String]?) -> [Markup] {
    guard !outputs.figures.isEmpty else { return [.element("p", "This sweep has no plots.")] }
    guard let pictures else {
      return [
        .element(
          "p", ["class": "warning"],
          "gnuplot was not installed where this page was made, so it has no plots; the tables do "
            + "not need it. On Debian: apt-get install gnuplot-nox, then make the page again.")
      ]
    }
    return outputs.figures.enumerated().map { index, figure in
      let caption = Markup.element(
        "figcaption",
        [
          .element("strong", figure.name),
          Markup(": gnuplot \(figure.name).gp in plots-gnuplot/\(name)"),
        ])
      let picture = pictures[figure.name].flatMap {
        InlinePicture.markup($0, prefix: "p\(index)", title: "Plot \(figure.name) of \(name)")
      }
      let missing = Markup.element("p", ["class": "warning"], "gnuplot did not draw this plot.")
      let region = picture.map {
        Markup.element(
          "div",
          [
            "class": "paper", "role": "region", "tabindex": "0",
            "aria-label": "Plot \(figure.name)",
          ], [$0])
      }
      return .element("figure", ["id": "plot-\(figure.name)"], [region ?? missing, caption])
    }
  }
}
