import Documents
import Formats
import Testing

@Suite struct `Mails and saved pages` {
  static let mail = """
    Received: from somewhere\r
    Subject: =?koi8-r?B?8s/T08nRIMkg68nUwco=?=\r
     =?utf-8?Q?:_=D0=BD=D0=BE=D0=B2=D0=BE=D1=81=D1=82=D0=B8?=\r
    From: "Ivan Petrov" <ivan@example.org>\r
    To: desk@example.org\r
    Date: Wed, 05 Jun 2019 10:00:00 +0300\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="outer"\r
    \r
    --outer\r
    Content-Type: multipart/alternative; boundary=inner\r
    \r
    --inner\r
    Content-Type: text/html; charset=utf-8\r
    \r
    <p>The same as a page.</p>\r
    --inner\r
    Content-Type: text/plain; charset=utf-8\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    The plant was opened on Wednesday=2C its owner =\r
    said.\r
    --inner--\r
    --outer\r
    Content-Type: application/octet-stream\r
    Content-Transfer-Encoding: base64\r
    Content-Disposition: attachment; filename*0*=utf-8''%D0%BF%D0%B8; filename*1=sm.txt\r
    \r
    0NI=\r
    --outer\r
    Content-Type: text/plain; name="note.txt"\r
    Content-Transfer-Encoding: base64\r
    \r
    QW4gYXR0YWNoZWQgbm90ZS4=\r
    --outer\r
    Content-Type: image/png; name="a.png"\r
    Content-Transfer-Encoding: base64\r
    \r
    iVBORw0KGgo=\r
    --outer--\r
    """

  @Test func `a mail gives its text, its sender, its day, and its readable attachments`() throws {
    let items = try open(Self.mail)
    let readings = items.readings
    #expect(readings.count == 2 && items.refusals.count == 1)
    let first = try #require(readings.first)
    #expect(first.text == "Россия и Китай: новости\n\nThe plant was opened on Wednesday, its owner said.")
    #expect(
      first.media == "message/rfc822" && first.original == Array(Self.mail.utf8) && first.container == nil)
    #expect(
      first.claimed(.title) == ["Россия и Китай: новости"] && first.claimed(.published) == ["2019-06-05"])
    #expect(first.authors == ["Ivan Petrov"])
    #expect(readings[1].text == "An attached note." && readings[1].part == "note.txt")
    #expect(readings[1].container == SHA256.hex(of: Array(Self.mail.utf8)))
    // The other attachment is too short to tell its encoding.
    #expect(items.refusals.map(\.part) == ["пиsm.txt"])
  }

  @Test func `a saved page in one file is read as a page with its address`() throws {
    let escaped = Pages.page.replacing("=", with: "=3D").replacing("\n", with: "\r\n")
    let file = """
      From: <Saved by a browser>\r
      Snapshot-Content-Location: https://example.org/a\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related; type="text/html"; boundary="----x"\r
      \r
      ------x\r
      Content-Type: text/html\r
      Content-Transfer-Encoding: quoted-printable\r
      Content-Location: https://example.org/a?b=1\r
      \r
      \(escaped)\r
      ------x\r
      Content-Type: image/png\r
      Content-Transfer-Encoding: base64\r
      \r
      iVBORw0KGgo=\r
      ------x--\r
      """
    let readings = try open(file, path: "a.mhtml").readings
    #expect(readings.count == 1 && readings[0].text == Pages.text)
    #expect(readings[0].url == "https://example.org/a?b=1" && readings[0].media == "multipart/related")
  }

  @Test func `a box of mails is read mail by mail`() throws {
    let box = """
      From a@example.org Wed Jun  5 10:00:00 2019
      From: a@example.org
      Subject: The first one
      Date: Wed, 5 Jun 2019 10:00:00 +0300

      From the beginning it was clear.

      From b@example.org Thu Jun  6 10:00:00 2019
      From: b@example.org
      Subject: The second one

      Its text.
      """
    let readings = try open(box, path: "a.mbox").readings
    #expect(readings.map { $0.claimed(.title) } == [["The first one"], ["The second one"]])
    #expect(readings.map(\.part) == ["1, line 1", "2, line 8"])
    #expect(readings[0].text.contains("From the beginning"))
  }

  @Test func `a text with the head of an article is no mail`() throws {
    let text = "Title: A plant\nDate: 2019-06-05\nFrom: our correspondent\n\nIt was opened on Wednesday."
    let reading = try #require(try open(text).readings.first)
    #expect(reading.text == text && reading.media == nil)
  }

  @Test func `a damaged attachment is refused, and the mail is read`() throws {
    let items = try open(Self.mail.replacing("QW4gYXR0", with: "QW4gY*R0"))
    #expect(items.readings.count == 1)
    #expect(items.refusals.contains { $0.part == "note.txt" })
  }
}
