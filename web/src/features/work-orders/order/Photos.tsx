import { Modal } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Button, SectionTitle } from '@/ui/pieces'
import { moment } from '@/ui/times'
import { say } from '../words'
import type { Order, Photo } from './order'

const tags = { before: say('before'), after: say('after'), none: say('photo') } as const
const source = (photo: Photo) => `/api/attachments/${photo.id}`

/** Thumbnails in the order of the work; each opens, and before and after stand side by side. */
export const Photos = ({ order, now }: { order: Order; now: number }) => {
  const [open, setOpen] = useState<number>()
  const [comparing, setComparing] = useState(false)
  const { photos } = order
  if (photos.length === 0) return null
  const before = photos.find(p => p.tag === 'before' && p.here)
  const after = photos.findLast(p => p.tag === 'after' && p.here)
  const caption = (photo: Photo) =>
    `${tags[photo.tag]}, ${moment(photo.at, now, order.site?.zone)}${photo.by ? `, ${photo.by}` : ''}`
  const chosen = open === undefined ? undefined : photos[open]
  const turn = (event: KeyboardEvent) => {
    if (open === undefined) return
    if (event.key === 'ArrowRight') setOpen(Math.min(photos.length - 1, open + 1))
    if (event.key === 'ArrowLeft') setOpen(Math.max(0, open - 1))
  }
  return (
    <section>
      <SectionTitle
        note={photos.length}
        aside={
          before && after ? (
            <button type="button" className="link" onClick={() => setComparing(true)}>
              {say('compareBeforeAndAfter')}
            </button>
          ) : undefined
        }
      >
        {say('photos')}
      </SectionTitle>
      <div className="photos">
        {photos.map((photo, i) => (
          <button type="button" key={photo.id} className="photo" onClick={() => setOpen(i)} disabled={!photo.here}>
            {photo.here ? (
              <img src={source(photo)} alt={photo.name} loading="lazy" />
            ) : (
              <span className="coming">
                <Icon name="clock" /> {say('onItsWay')}
              </span>
            )}
            <span className="small cut name">{photo.name}</span>
            <span className="small soft cut n">{caption(photo)}</span>
          </button>
        ))}
      </div>
      <Modal
        opened={chosen !== undefined}
        onClose={() => setOpen(undefined)}
        title={chosen?.name ?? ''}
        size={960}
        onKeyDown={turn}
      >
        {chosen ? (
          <figure className="large">
            <img src={source(chosen)} alt={chosen.name} />
            <figcaption className="row">
              <span className="soft n grow">{caption(chosen)}</span>
              <Button
                size="small"
                icon="left"
                aria-label={say('thePhotoBefore')}
                disabled={open === 0}
                onClick={() => setOpen((open ?? 0) - 1)}
              />
              <Button
                size="small"
                icon="right"
                aria-label={say('theNextPhoto')}
                disabled={open === photos.length - 1}
                onClick={() => setOpen((open ?? 0) + 1)}
              />
            </figcaption>
          </figure>
        ) : null}
      </Modal>
      <Modal opened={comparing} onClose={() => setComparing(false)} title={say('beforeAndAfter')} size={1120}>
        {before && after ? (
          <div className="compare">
            {[before, after].map(photo => (
              <figure className="large" key={photo.id}>
                <img src={source(photo)} alt={photo.name} />
                <figcaption className="soft n">{caption(photo)}</figcaption>
              </figure>
            ))}
          </div>
        ) : null}
      </Modal>
    </section>
  )
}
