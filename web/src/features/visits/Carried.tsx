import { useEffect, useMemo, useState } from 'react'
import { useDocuments } from '@/store/react'
import { number, size } from '@/words/formats'
import type { Visit } from './documents'
import { Part } from './frame'
import { isOver } from './job'
import { type Key, say } from './words'

/** What this device has fetched by itself and works with when there is no signal: how many of each, and how much room they take. */
export const Carried = () => {
  const rows = useManifest()
  const jobs = useDocuments<Visit>('visit').filter(v => !isOver(v.state))
  const [used, setUsed] = useState<number>()
  const [safe, setSafe] = useState(false)
  useEffect(() => {
    void navigator.storage?.estimate?.().then(e => setUsed(e.usage))
    void navigator.storage?.persisted?.().then(setSafe)
  }, [])
  return (
    <>
      <Part title={say('carried')} />
      <section className="card">
        <p className="past">{say('carriedJobs', { n: jobs.length })}</p>
        <table className="carried">
          <tbody>
            {rows.map(({ name, count, bytes }) => (
              <tr key={name}>
                <th scope="row">{say(name)}</th>
                <td>{number(count)}</td>
                <td>{size(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {used === undefined ? null : (
          <p className="past dim">
            {say('space', { size: size(used) })}
            {safe ? `. ${say('protectedSpace')}` : ''}
          </p>
        )}
      </section>
    </>
  )
}

const written = new TextEncoder()
const weigh = (documents: readonly unknown[]) =>
  documents.reduce<number>((sum, d) => sum + written.encode(JSON.stringify(d)).length, 0)

const useManifest = () => {
  const [visits, orders] = [useDocuments('visit'), useDocuments('work-order')]
  const [sites, contacts, assets] = [useDocuments('site'), useDocuments('contact'), useDocuments('asset')]
  const [notes, files] = [useDocuments('note'), useDocuments('attachment')]
  const [types, codes] = [useDocuments('work-type'), useDocuments('failure-code')]
  return useMemo(() => {
    const of: [Key, readonly unknown[]][] = [
      ['carriedVisits', [...visits, ...orders]],
      ['carriedSites', [...sites, ...contacts]],
      ['carriedAssets', assets],
      ['carriedNotes', [...notes, ...files]],
      ['carriedCodes', [...types, ...codes]],
    ]
    return of.filter(([, all]) => all.length > 0).map(([name, all]) => ({ name, count: all.length, bytes: weigh(all) }))
  }, [visits, orders, sites, contacts, assets, notes, files, types, codes])
}
