internal import Formats
internal import Records

/// Fields that are being corrected in an editor.
struct ReviewEditing {
  /// The fields as they stood before.
  var form: ReviewForm
  /// True if the list of fields was shown, and is to be again.
  var isListed: Bool
  /// The form as it was handed out the first time: what differs from it was changed.
  var page: ObservationForm
  /// What is opened: the form, or what was refused of it.
  var draft: [UInt8]
}

// The way to the editor and back. The session knows no editor: it says what is to be opened, and is told what came.

extension ReviewSession {
  mutating func openEditor(isAnother: Bool) throws {
    guard let form = try newForm(isAnother: isAnother) else { return }
    edit(form, isListed: false)
  }

  mutating func edit(_ form: ReviewForm, isListed: Bool) {
    guard let card else { return }
    let page = form.page(card.proposal, codes)
    editing = ReviewEditing(form: form, isListed: isListed, page: page, draft: Array(page.text.utf8))
  }

  /// Takes a form that comes back from the editor. What was changed is shown as fields, and accepted by a key; a form that
  /// cannot be taken may be opened again.
  /// - Parameter bytes: the file as it was saved.
  /// - Throws: `SQLiteError`.
  public mutating func take(edited bytes: [UInt8]) throws {
    guard var editing else { return }
    self.editing = nil
    do {
      switch try editing.page.read(bytes, in: db) {
      case .unchanged: putBack(editing, "The form was left as it was: nothing is changed.")
      case .emptied: putBack(editing, "The form came back empty: nothing is changed.")
      case .filled(let filled):
        editing.form.take(filled.changes)
        mode = .form(editing.form)
        top = 0
        let names = ReviewForm.fields.filter { filled.changes[$0] != nil }.joined(separator: ", ")
        message = "Changed: \(names). a accepts it so, Esc drops it."
      }
    } catch let refusal as FormRefusal {
      editing.draft = refusal.marked(bytes)
      mode = .refused(editing)
      message = refusal.sentence
    }
  }

  /// Tells that the editor gave nothing back.
  /// - Parameters:
  ///   - words: what went wrong, in a sentence.
  ///   - isListing: true shows the fields, to be corrected one by one, where there is no editor.
  public mutating func giveUpEditing(because words: String, isListing: Bool = false) {
    guard var editing else { return }
    self.editing = nil
    editing.isListed = editing.isListed || isListing
    putBack(editing, words)
  }

  private mutating func putBack(_ editing: ReviewEditing, _ words: String) {
    mode = editing.isListed ? .form(editing.form) : .card
    message = words
  }

  mutating func handleRefused(_ key: TerminalKey, _ refused: ReviewEditing) {
    switch key {
    case .enter, .character("e"): editing = refused
    case .escape, .character("q"): putBack(refused, "What was typed was dropped.")
    default: break
    }
  }
}
