import { Menu, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { moves, type OrderMove } from './moves'

type ActionsProps = {
  main?: OrderMove
  beside: readonly OrderMove[]
  more: readonly OrderMove[]
  onMove: (move: OrderMove, reason?: string) => void
}

/** One filled button; what needs a reason asks for it before anything happens. */
export const OrderActions = ({ main, beside, more, onMove }: ActionsProps) => {
  const [asking, setAsking] = useState<OrderMove>()
  const begin = (move: OrderMove) => (moves[move].why ? setAsking(move) : onMove(move))
  return (
    <>
      {beside.map(move => (
        <Button key={move} size="small" onClick={() => begin(move)}>
          {moves[move].verb}
        </Button>
      ))}
      {main ? (
        <Button size="small" kind="main" onClick={() => begin(main)}>
          {moves[main].verb}
        </Button>
      ) : null}
      {more.length > 0 ? (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button size="small" icon="more" aria-label="More to do with this order" />
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(move => (
              <Menu.Item key={move} leftSection={<Icon name={moves[move].icon} />} onClick={() => begin(move)}>
                {moves[move].verb}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Reason
        move={asking}
        onClose={() => setAsking(undefined)}
        onGive={(move, reason) => {
          setAsking(undefined)
          onMove(move, reason)
        }}
      />
    </>
  )
}

const longest = 500

const Reason = ({
  move,
  onClose,
  onGive,
}: {
  move: OrderMove | undefined
  onClose: () => void
  onGive: (move: OrderMove, reason: string) => void
}) => {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (move) onGive(move, reason.trim())
    setReason('')
  }
  return (
    <Modal opened={move !== undefined} onClose={onClose} title={move ? moves[move].verb : ''} size={460}>
      <form className="form" onSubmit={submit}>
        <Textarea
          label={move ? moves[move].why : ''}
          data-autofocus
          required
          withAsterisk={false}
          minRows={3}
          maxLength={longest}
          value={reason}
          onChange={e => setReason(e.currentTarget.value)}
        />
        <div className="row">
          <span className="grow" />
          <Button onClick={onClose}>Back</Button>
          <Button kind="main" submit disabled={reason.trim() === ''}>
            {move ? moves[move].verb : ''}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
