import { expect, it } from 'vitest'
import { fitted } from '@/features/schedule/fitted'

it('shortens by dropping the second phrase, then whole words, never within one', () => {
  expect(fitted('Carrefour, Sarit Centre', 400)).toBe('Carrefour, Sarit Centre')
  expect(fitted('Carrefour, Sarit Centre', 80)).toBe('Carrefour')
  expect(fitted('Cold room at 9 °C', 70)).toBe('Cold room')
  expect(fitted('Gertrude’s', 30)).toBe('')
  expect(fitted('No light on the fibre', 40)).toBe('')
})
