import type { Document } from './documents'
import { keyOf } from './documents'

/** How many documents an audience holds, and the sum of their 32 bits, modulo 2^32. */
export type Digest = { count: number; sum: number }

/** FNV-1a of "audience type/id version", its bits mixed once more; the server has its twin. All of it is ASCII. */
export const bitsOf = (audience: string, document: string, version: number): number => {
  const text = `${audience} ${document} ${version}`
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const digestsOf = (documents: Iterable<Document>): Map<string, Digest> => {
  const digests = new Map<string, Digest>()
  for (const document of documents)
    for (const audience of document.audiences) {
      const { count, sum } = digests.get(audience) ?? { count: 0, sum: 0 }
      const bits = bitsOf(audience, keyOf(document), document.version)
      digests.set(audience, { count: count + 1, sum: (sum + bits) >>> 0 })
    }
  return digests
}

/** The audiences of which we do not hold what the server says that we should. */
export const differing = (held: Map<string, Digest>, due: Record<string, Digest>): string[] =>
  [...new Set([...held.keys(), ...Object.keys(due)])].filter(audience => {
    const [mine, theirs] = [held.get(audience), due[audience]]
    return (mine?.count ?? 0) !== (theirs?.count ?? 0) || (mine?.sum ?? 0) !== (theirs?.sum ?? 0)
  })
