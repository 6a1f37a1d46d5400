import CLIPModels
import Datasets
import FineTuning

extension Run {
  /// Puts what training made of a model into a folder, which is made if it is not there.
  func keep(_ tuned: FineTunedModel, of model: CLIPModel, in adapters: String) throws {
    var description = AdapterDescription()
    description.base = settings.model
    description.baseSHA256 = folder.weightsHash
    description.method = settings.method
    description.revision = type(of: try method).revision
    description.classes = prepared.benchmark.train.classNames
    description.templates = prepared.benchmark.promptTemplates
    description.seed = settings.seed
    try Folder.create(adapters)
    try AdapterFolder.write(tuned, model: model, as: description, to: adapters)
  }
}
