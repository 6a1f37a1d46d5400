import ArgumentParser

@main
struct OOD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ood",
    abstract: "Out-of-distribution detection with fine-tuned vision-language models.")
}
