import Documents
import Testing

@Suite("The identity of an address")
struct AddressTests {
  @Test(
    "What does not tell pages apart is left out",
    arguments: [
      ("HTTP://Example.ORG", "http://example.org/"), ("https://example.org/", "https://example.org/"),
      ("https://example.org:443/a", "https://example.org/a"),
      ("http://example.org:80", "http://example.org/"),
      ("http://example.org:/a", "http://example.org/a"), ("https://example.org/a?", "https://example.org/a"),
      ("https://example.org?x=1", "https://example.org/?x=1"),
      ("https://example.org/a?utm_source=b&UTM_Medium=c#d", "https://example.org/a"),
      ("https://example.org/a?fbclid=1&id=2&spm=3&from_source=4", "https://example.org/a?id=2"),
      ("https://[2001:DB8::1]:443/a", "https://[2001:db8::1]/a"),
    ])
  func leftOut(url: String, key: String) {
    #expect(WebAddress.key(of: url) == key)
    #expect(WebAddress.key(of: key) == key)
  }

  @Test(
    "Everything else stays byte for byte",
    arguments: [
      "https://www.example.org/A/b/?Q=%D0%A1&&r=", "http://example.org:8443/a;b", "https://Me@example.org/",
      "https://example.org/a/", "https://example.org/новости?id=1", "https://[2001:db8::1]/", "no address",
      "a b?u=http://Example.org", "https://example.org/?source=utm_x",
    ])
  func kept(url: String) {
    #expect(WebAddress.key(of: url) == url)
  }
}
