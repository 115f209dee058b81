import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '@/ui/pieces'
import { say } from '../words'
import { useKept } from './kept'

export type View<Filter> = { name: string; filter: Filter }

/** Filters under names, kept in this browser: what there are, how to keep the present one, and how to forget one. */
export const useViews = <Filter,>(key: string, filter: Filter) => {
  const [views, keep] = useKept<readonly View<Filter>[]>(key, [])
  return {
    views,
    save: (name: string) => keep([...views.filter(v => v.name !== name), { name, filter }]),
    forget: (view: View<Filter>) => keep(views.filter(v => v !== view)),
  }
}

/** Asks for the name that the view is kept under. */
export const SaveView = ({
  opened,
  onClose,
  onSave,
}: {
  opened: boolean
  onClose: () => void
  onSave: (name: string) => void
}) => {
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave(name.trim())
    setName('')
    onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={say('saveThisView')} size={400}>
      <form className="form" onSubmit={save}>
        <TextInput
          label={say('name')}
          data-autofocus
          maxLength={40}
          value={name}
          onChange={e => setName(e.currentTarget.value)}
        />
        <div className="row">
          <span className="grow" />
          <Button kind="main" submit disabled={name.trim() === ''}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
