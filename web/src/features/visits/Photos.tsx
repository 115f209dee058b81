import { type ChangeEvent, useEffect, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { type PhotoTag, photograph } from './acts'
import { fileOf } from './files'
import { Big, PhonePage } from './frame'
import type { Open } from './job'
import { back } from './way'
import { useWords } from './words'

export const Photos = ({ job }: { job: Open }) => {
  const { say } = useWords()
  const count = (tag: string) => job.photos.filter(p => p.tag === tag).length
  return (
    <PhonePage
      title={say('photos')}
      under={say('photosCount', { before: count('before'), after: count('after') })}
      above={['job', job.visit.id]}
      bar={
        <Big icon="check" onClick={() => back('job', job.visit.id)}>
          {say('done')}
        </Big>
      }
    >
      <div className="tiles">
        {job.photos.map(photo => (
          <Tile key={photo.id} id={photo.id} hash={photo.hash} tag={photo.tag} unsent={photo.unsent} />
        ))}
        {(['before', 'after', 'none'] as const).map(tag => (
          <PhotoButton key={tag} job={job} tag={tag} name={say(tag === 'none' ? 'other' : tag)} tile />
        ))}
      </div>
    </PhonePage>
  )
}

type TileProps = { id: string; hash: string; tag: string; unsent: boolean }

const Tile = ({ id, hash, tag, unsent }: TileProps) => {
  const { say } = useWords()
  const [local, setLocal] = useState<string>()
  const name = tag === 'before' || tag === 'after' ? say(tag) : say('other')
  useEffect(() => {
    let address: string | undefined
    void fileOf(hash).then(blob => {
      if (!blob) return
      address = URL.createObjectURL(blob)
      setLocal(address)
    })
    return () => {
      if (address) URL.revokeObjectURL(address)
    }
  }, [hash])
  const source = local ?? (unsent ? undefined : `/api/attachments/${id}`)
  return (
    <figure className="tile">
      {source ? <img src={source} alt={say('photoOf', { tag: name })} /> : null}
      <figcaption>{name}</figcaption>
    </figure>
  )
}

type PhotoButtonProps = { job: Open; tag: PhotoTag; name: string; tile?: boolean }

/** The camera at once; what it took is made small, kept on this device, and attached. */
export const PhotoButton = ({ job, tag, name, tile }: PhotoButtonProps) => {
  const { say } = useWords()
  const [failed, setFailed] = useState(false)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    const photos = [...(field.files ?? [])]
    try {
      for (const photo of photos) await photograph(job.store, job.visit, tag, photo)
      setFailed(false)
    } catch {
      setFailed(true)
    }
    field.value = ''
  }
  return (
    <label className={tile ? 'tile add' : 'big'}>
      <Icon name="camera" />
      {failed ? say('unsaved') : name}
      <input type="file" accept="image/*" capture="environment" aria-label={name} onChange={e => void take(e)} />
    </label>
  )
}
