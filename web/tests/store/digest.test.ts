import { expect, test } from 'vitest'
import { bitsOf, differing, digestsOf } from '@/store/digest'

const technician = 'technician:0199f3a0-0000-7000-8000-00000000e001'
const visit = { type: 'visit', id: '0199f3a0-0000-7000-8000-00000000c001', version: 9, body: {}, audiences: [technician] }

test('the bits of a document are those that the server reckons', () => {
  expect(bitsOf(technician, 'visit/0199f3a0-0000-7000-8000-00000000c001', 9)).toBe(173658153)
  expect(bitsOf('head-office', 'work-order/0199f3a0-0000-7000-8000-00000000d001', 1234567)).toBe(1024625782)
})

test('a document more, less, older or newer makes its audience differ, and no other', () => {
  const other = {
    ...visit,
    id: '0199f3a0-0000-7000-8000-00000000c002',
    version: 8,
    audiences: [technician, 'everyone:technician'],
  }
  const due = Object.fromEntries(digestsOf([visit, other]))
  expect(differing(digestsOf([other, visit]), due)).toEqual([])
  expect(differing(digestsOf([other]), due)).toEqual([technician])
  expect(
    differing(
      digestsOf([
        { ...visit, version: 8 },
        { ...other, version: 9 },
      ]),
      due,
    ),
  ).toEqual([technician, 'everyone:technician'])
  expect(differing(digestsOf([{ ...visit, version: 10 }, other]), due)).toEqual([technician])
  expect(differing(digestsOf([visit, other, { ...visit, id: 'x', audiences: ['head-office'] }]), due)).toEqual(['head-office'])
})
