/// What emoji show, by words of their Unicode names: annotations that a rationale is checked against.
///
/// Written by hand for the classes of suite `emoji`; an emoji has the attributes of which its name holds
/// a word. Names say little, so an emoji without an attribute may still show it: what is listed is
/// certain, what is not is unknown and counts as absent.
enum EmojiAttributes {
  /// The attributes with the words that say so.
  static let words: [(attribute: String, words: Set<String>)] = [
    // Mammals
    ("a face without a body", ["face", "bear", "panda", "koala", "fox", "wolf", "lion", "nose"]),
    (
      "hooves",
      [
        "horse", "donkey", "zebra", "deer", "moose", "bison", "cow", "ox", "buffalo", "pig", "boar",
        "ram", "ewe", "goat", "camel", "llama", "giraffe", "unicorn",
      ]
    ),
    ("horns or antlers", ["deer", "moose", "bison", "ox", "buffalo", "ram", "goat", "rhinoceros"]),
    ("a long neck or trunk", ["giraffe", "llama", "camel", "elephant", "mammoth"]),
    // Fruit
    (
      "a round body",
      [
        "melon", "tangerine", "apple", "peach", "cherries", "blueberries", "tomato", "coconut",
        "olive",
        "ball", "baseball", "softball", "basketball", "volleyball", "tennis", "bowling",
      ]
    ),
    ("red colour", ["red", "cherries", "strawberry", "tomato", "watermelon", "pink"]),
    ("green colour", ["green", "kiwi", "melon", "pear", "olive"]),
    ("yellow colour", ["yellow", "lemon", "banana", "pineapple", "mango", "orange"]),
    // Land vehicles
    (
      "rails", ["locomotive", "railway", "train", "metro", "rail", "tram", "monorail", "station"]
    ),
    ("a front view", ["oncoming", "train", "metro", "station", "front-facing"]),
    (
      "two wheels",
      ["motorcycle", "scooter", "bicycle", "skateboard", "wheelchair"]
    ),
    (
      "four wheels",
      ["bus", "minibus", "ambulance", "car", "taxi", "automobile", "truck", "tractor", "lorry"]
    ),
    // Clothing
    ("a sole", ["shoe", "boot", "sandal", "shoes", "skate"]),
    ("a brim or crown", ["hat", "cap", "helmet", "crown"]),
    ("sleeves", ["coat", "t-shirt", "kimono", "clothes", "shirt"]),
    ("a handle", ["purse", "handbag", "bag", "bags", "backpack", "fan", "umbrella"]),
    // Sky and weather
    ("a moon", ["moon"]),
    ("a sun", ["sun"]),
    ("a cloud", ["cloud"]),
    ("drops or flakes", ["rain", "snow", "snowflake", "snowman", "droplet", "drops"]),
    // Buildings
    ("a pitched roof", ["hut", "houses", "house", "wedding", "castle"]),
    (
      "many windows",
      ["office", "hospital", "hotel", "school", "store", "bank", "factory"]
    ),
    ("columns", ["classical", "bank"]),
    ("a tower", ["tower", "castle", "liberty"]),
    // Sport
    (
      "a stick or racket",
      ["cricket", "hockey", "lacrosse", "ping", "badminton", "fishing", "tennis"]
    ),
    ("an oval ball", ["football"]),
    ("a blade or runner", ["skate", "skis", "sled", "dagger", "swords", "axe", "saw"]),
    // Tools
    ("a hammer head", ["hammer"]),
    ("a metal ring or chain", ["chains", "link", "nut", "gear"]),
    ("a long shaft", ["cane", "ladder", "pick", "screwdriver", "wrench", "arrow", "flute"]),
    // Hearts
    ("several hearts", ["hearts", "revolving", "two"]),
    ("an addition to the heart", ["arrow", "ribbon", "sparkling", "fire", "letter", "mending"]),
    // Birds
    ("a whole bird with legs", ["turkey", "rooster", "swan", "flamingo", "duck", "dodo", "goose"]),
    ("spread wings", ["dove", "eagle", "wing"]),
    ("a chick", ["chick", "hatching"]),
    // Musical instruments
    ("strings", ["guitar", "violin", "banjo"]),
    ("keys", ["accordion", "keyboard", "saxophone"]),
    ("a skin to beat", ["drum"]),
    ("a bell-shaped end", ["saxophone", "trumpet"]),
  ]

  /// The attributes of an emoji by its name, in the order of the table.
  static func attributes(ofName name: String) -> [String] {
    let own = Set(name.lowercased().split(separator: " ").map(String.init))
    return words.filter { !$0.words.isDisjoint(with: own) }.map(\.attribute)
  }
}
