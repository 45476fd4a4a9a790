#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How often something random is tried: the number in the environment variable of that name, or a few in the plain suite.
public func rounds(_ name: String, usually few: Int) -> Int {
  getenv(name).flatMap { Int(String(cString: $0)) } ?? few
}
