/// The root of a function that changes its sign between two ends.
///
/// Source: the Illinois variant of the false position, M. Dowell and P. Jarratt, BIT 11 (1971), 168-174, with
/// a bisection whenever it has not halved the bracket in three steps. It ends when neither end moves any
/// more.
func root(between lower: Double, and upper: Double, of function: (Double) -> Double) -> Double? {
  var (left, right) = (lower, upper)
  var (atLeft, atRight) = (function(left), function(right))
  guard atLeft.isFinite, atRight.isFinite, atLeft.sign != atRight.sign || atLeft == 0 || atRight == 0 else {
    return nil
  }
  if atLeft == 0 { return left }
  if atRight == 0 { return right }
  var (side, width) = (0, abs(right - left))
  for step in 1...400 {
    var middle = right - atRight * (right - left) / (atRight - atLeft)
    if step.isMultiple(of: 3) {
      if abs(right - left) > width / 2 { middle = left + (right - left) / 2 }
      width = abs(right - left)
    }
    if !(middle > min(left, right) && middle < max(left, right)) { middle = left + (right - left) / 2 }
    let value = function(middle)
    if value.isNaN { return nil }
    if value == 0 || middle == left || middle == right { return middle }
    if value.sign == atRight.sign {
      (right, atRight) = (middle, value)
      if side == -1 { atLeft /= 2 }
      side = -1
    } else {
      (left, atLeft) = (middle, value)
      if side == 1 { atRight /= 2 }
      side = 1
    }
    if abs(right - left) <= 2 * max(abs(left), abs(right)).ulp { return middle }
  }
  return left + (right - left) / 2
}

/// The root of a monotone function on one side of `start`, looked for in steps that double.
func root(from start: Double, step: Double, of function: (Double) -> Double) -> Double? {
  let atStart = function(start)
  if atStart == 0 { return start }
  guard atStart.isFinite else { return nil }
  var (inner, reach) = (start, step)
  for _ in 0..<60 {
    let outer = start + reach
    let value = function(outer)
    guard value.isFinite else { return nil }
    if value.sign != atStart.sign || value == 0 { return root(between: inner, and: outer, of: function) }
    (inner, reach) = (outer, reach * 2)
  }
  return nil
}
