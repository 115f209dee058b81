import { expect, test } from 'vitest'
import { csvOf } from '@/features/work-orders/list/csv'

test('no cell of an export is read as a formula', () => {
  const cells = ['=HYPERLINK("x")', '+254 711', '-18 °C', '@sum', '\tx', '\rx']
  for (const cell of cells)
    expect(
      csvOf([[cell]])
        .slice(1)
        .trimEnd(),
    ).toMatch(/^"'/)
})

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csvOf([['a "b", c', 7, undefined, 'plain']])).toBe('\uFEFF"a ""b"", c",7,,plain\r\n')
})
