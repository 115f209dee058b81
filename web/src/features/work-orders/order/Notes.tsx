import { Checkbox, Select, Textarea } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useSending } from '@/features/identity/useSending'
import { Icon } from '@/ui/Icon'
import { Told } from '@/ui/notices'
import { Button, SectionTitle, Tag } from '@/ui/pieces'
import { exact, moment } from '@/ui/times'
import { say } from '../words'
import type { FileTag } from './commands'
import type { Order } from './order'

const longest = 10_000

export const Notes = ({
  order,
  now,
  onAdd,
}: {
  order: Order
  now: number
  onAdd?: ((text: string, shared: boolean) => Promise<void>) | undefined
}) => {
  const [text, setText] = useState('')
  const [shared, setShared] = useState(false)
  const { sending, trouble, send } = useSending()
  const add = async () => {
    await onAdd?.(text.trim(), shared)
    setText('')
    setShared(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(add)
  }
  return (
    <section>
      <SectionTitle note={order.notes.length}>{say('notes')}</SectionTitle>
      {order.notes.map(note => (
        <div className="note-line" key={note.id}>
          <p>{note.text}</p>
          <div className="small soft n" title={exact(note.at, order.site?.zone)}>
            {[note.by, moment(note.at, now, order.site?.zone)].filter(Boolean).join(', ')}{' '}
            {note.isShared ? <Tag>{say('theCustomerReadsIt')}</Tag> : null}
          </div>
        </div>
      ))}
      {onAdd ? (
        <form className="add-note" onSubmit={submit}>
          <Textarea
            aria-label={say('newNote')}
            placeholder={say('writeANote')}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={longest}
            value={text}
            onChange={e => setText(e.currentTarget.value)}
            onKeyDown={e => (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && text.trim() !== '' ? void send(add) : undefined)}
          />
          {text.trim() === '' ? null : (
            <div className="row">
              <Checkbox
                size="xs"
                label={say('theCustomerMayReadIt')}
                checked={shared}
                onChange={e => setShared(e.currentTarget.checked)}
              />
              <span className="grow" />
              <Button size="small" submit disabled={sending}>
                {say('addNote')}
              </Button>
            </div>
          )}
          {trouble ? <Told>{trouble}</Told> : null}
        </form>
      ) : null}
    </section>
  )
}

const fileTags = [
  { value: 'none', label: say('photo') },
  { value: 'before', label: say('photoFromBefore') },
  { value: 'after', label: say('photoFromAfter') },
  { value: 'document', label: say('document') },
]
const taken = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,audio/webm,audio/ogg,audio/mp4,video/mp4,video/webm'

export const Papers = ({
  order,
  now,
  onAttach,
}: {
  order: Order
  now: number
  onAttach?: ((file: File, tag: FileTag) => Promise<void>) | undefined
}) => {
  const input = useRef<HTMLInputElement>(null)
  const [tag, setTag] = useState<FileTag>('none')
  const { sending, trouble, send } = useSending()
  const choose = (files: FileList | null) => {
    const [file] = files ?? []
    if (file && onAttach) void send(() => onAttach(file, file.type === 'application/pdf' ? 'document' : tag))
    if (input.current) input.current.value = ''
  }
  return (
    <section>
      <SectionTitle note={order.papers.length}>{say('files')}</SectionTitle>
      {order.papers.map(paper => (
        <a className="paper row" key={paper.id} href={`/api/attachments/${paper.id}`} target="_blank" rel="noreferrer">
          <Icon name="note" />
          <span className="cut link">{paper.name}</span>
          <span className="small soft n grow right cut">
            {paper.here ? [paper.by, moment(paper.at, now)].filter(Boolean).join(', ') : say('onItsWay')}
          </span>
        </a>
      ))}
      {onAttach ? (
        <div className="row attach">
          <Select
            aria-label={say('whatItShows')}
            data={fileTags}
            value={tag}
            onChange={value => value && setTag(value as FileTag)}
            allowDeselect={false}
            w={170}
          />
          <input ref={input} type="file" hidden accept={taken} onChange={e => choose(e.currentTarget.files)} />
          <Button size="small" icon="plus" disabled={sending} onClick={() => input.current?.click()}>
            {sending ? say('sending') : say('attach')}
          </Button>
        </div>
      ) : null}
      {trouble ? <Told>{trouble}</Told> : null}
    </section>
  )
}
