#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// The C library's functions in one place, so that other files need not choose a library.

/// e to the power x.
func exponentialOf(_ x: Double) -> Double { exp(x) }

/// The natural logarithm.
func logarithmOf(_ x: Double) -> Double { log(x) }
