export const en = {
  thisBrowserLost: 'This browser has lost what it had stored.',
  aDeviceLost: 'A device has lost what it had stored.',
  noticed: 'Noticed {time}.',
  arrivedUpTo: 'Everything up to action {n} had arrived; what was recorded on it after that must be done again.',
  moreWait: '{n} more wait.',
  nothingHadArrivedFromIt: 'Nothing had arrived from it; what was recorded on it must be done again.',
  lostStorageSeenTo: 'Lost storage seen to',
  itIsSeenTo: 'It is seen to',
}
