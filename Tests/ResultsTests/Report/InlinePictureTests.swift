import Testing

@testable import Results

@Suite("Pictures inside a page")
struct InlinePictureTests {
  private func svg(_ body: String) -> String {
    "<?xml version=\"1.0\"?>\n<svg \n width=\"4\" height=\"2\"\n>\n\n\(body)</svg>\n"
  }

  private func markup(_ body: String) -> String? {
    InlinePicture.markup(svg(body), prefix: "p1", title: "A & B")?.source
  }

  @Test("keep their drawing, with ids of their own and without gnuplot's titles and empty groups")
  func ids() {
    let body =
      "<title>Gnuplot</title>\n<desc>Produced</desc>\n<defs><circle id='dot' r='1'/></defs>\n"
      + "<g id=\"a\">\n</g>\n<g id=\"b\"><use xlink:href='#dot' filter='url(#f)'/>"
      + "<text>a &lt;b&gt; on</text></g>\n"
    #expect(
      markup(body)
        == "<svg role=\"img\" aria-label=\"A &amp; B\" width=\"4\" height=\"2\">\n"
        + "<defs><circle id='p1-dot' r='1'/></defs>\n<g id=\"p1-b\">"
        + "<use xlink:href='#p1-dot' filter='url(#p1-f)'/><text>a &lt;b&gt; on</text></g>\n"
        + "</svg>\n")
  }

  @Test(
    "are refused where they are more than a drawing",
    arguments: [
      "<script>x</script>", "<g onload=\"x\"/>", "<use xlink:href='http://x/y#z'/>",
      "<image href=\"x.png\"/>", "<foreignObject/>", "<a href='#x'/>",
      "<path fill='url(http://x)'/>",
      "<g", "<style>x</style>",
    ])
  func refused(_ body: String) {
    #expect(markup(body) == nil)
  }

  @Test("that are no SVG are refused")
  func noPicture() {
    #expect(InlinePicture.markup("", prefix: "p", title: "") == nil)
    #expect(InlinePicture.markup("</svg><svg>", prefix: "p", title: "") == nil)
  }

  @Test("of losses need two, and go from left to right, zero at the bottom")
  func losses() {
    #expect(LossCurve.markup([1]) == nil && LossCurve.markup([1, .nan]) == nil)
    // x from 4 to 296, y from 4 (the largest loss) to 76 (zero).
    #expect(
      LossCurve.markup([2, 1, 0])?.source.contains("points=\"4.0,4.0 150.0,40.0 296.0,76.0\"")
        == true)
  }
}
