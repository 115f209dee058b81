export const en = {
  changedMeanwhile: 'Somebody else changed the same meanwhile. Theirs stands; choose under To settle which of the two is to.',
  couldNotCarryOut: 'The server could not carry this out. It is kept, and someone in the office has been told.',
}
