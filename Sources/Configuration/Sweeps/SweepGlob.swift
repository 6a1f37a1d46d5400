/// The patterns of `glob(...)`: `*` is any text, `?` any character, all else itself.
enum SweepGlob {
  static func fits(_ name: String, _ pattern: String) -> Bool {
    let name = Array(name)
    let pattern = Array(pattern)
    // How far each beginning of the pattern can reach into the name.
    var reach = [Bool](repeating: false, count: name.count + 1)
    reach[0] = true
    for sign in pattern {
      var next = [Bool](repeating: false, count: name.count + 1)
      if sign == "*" {
        var isOpen = false
        for place in reach.indices {
          isOpen = isOpen || reach[place]
          next[place] = isOpen
        }
      } else {
        for place in name.indices where reach[place] && (sign == "?" || sign == name[place]) {
          next[place + 1] = true
        }
      }
      reach = next
    }
    return reach[name.count]
  }
}
