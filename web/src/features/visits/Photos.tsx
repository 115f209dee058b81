import { type ChangeEvent, useEffect, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { type PhotoTag, photograph } from './acts'
import { fileOf, NotAPhoto } from './files'
import { Big, PhonePage } from './frame'
import type { Open } from './job'
import { back } from './way'
import { say } from './words'

export const Photos = ({ job }: { job: Open }) => {
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
  const [trouble, setTrouble] = useState<string>()
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    setTrouble(undefined)
    for (const photo of field.files ?? []) {
      try {
        await photograph(job.store, job.visit, tag, photo)
      } catch (problem) {
        setTrouble(problem instanceof NotAPhoto ? say('notAPhoto', { name: photo.name }) : say('unsaved'))
      }
    }
    field.value = ''
  }
  return (
    <>
      <label className={tile ? 'tile add' : 'big'}>
        <Icon name="camera" />
        {name}
        <input type="file" accept="image/*" capture="environment" aria-label={name} onChange={e => void take(e)} />
      </label>
      {trouble ? (
        <p className="trouble" role="alert">
          <Icon name="warn" />
          <span>{trouble}</span>
        </p>
      ) : null}
    </>
  )
}
