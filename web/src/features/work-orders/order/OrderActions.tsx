import { Menu, Popover } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import type { Body } from '@/store/wire'
import { Icon } from '@/ui/Icon'
import { Told } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { say } from '../words'
import { MoveDialog } from './MoveDialog'
import { moves, type OrderMove } from './moves'
import type { Order } from './order'

type ActionsProps = {
  order: Order
  main?: OrderMove | undefined
  beside: readonly OrderMove[]
  more: readonly OrderMove[]
  onMove: (move: OrderMove, answer: Body) => Promise<void>
}

/** One filled button; what needs an answer asks for it first, and a refusal is said where the button is. */
export const OrderActions = ({ order, main, beside, more, onMove }: ActionsProps) => {
  const [asking, setAsking] = useState<OrderMove>()
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const begin = async (move: OrderMove) => {
    setRefused(undefined)
    if (!moves[move].atOnce) return setAsking(move)
    if (busy) return
    setBusy(true)
    await onMove(move, {})
      .catch((problem: unknown) => setRefused(problem instanceof Error ? problem.message : say('nothingWasChangedTryAgain')))
      .finally(() => setBusy(false))
  }
  const all = [...(main ? [main] : []), ...beside, ...more]
  useHotkeys(
    all.flatMap(move => (moves[move].key ? [[moves[move].key, () => void begin(move)] as const] : [])).map(([k, f]) => [k, f]),
  )
  return (
    <>
      <Popover
        opened={refused !== undefined}
        onChange={() => setRefused(undefined)}
        position="bottom-end"
        width={320}
        withRoles={false}
      >
        <Popover.Target>
          <span className="row acts">
            {beside.map(move => (
              <Button key={move} size="small" onClick={() => void begin(move)} aria-keyshortcuts={moves[move].key}>
                {moves[move].verb}
              </Button>
            ))}
            {main ? (
              <Button
                size="small"
                kind="main"
                disabled={busy}
                onClick={() => void begin(main)}
                aria-keyshortcuts={moves[main].key}
              >
                {moves[main].verb}
              </Button>
            ) : null}
          </span>
        </Popover.Target>
        <Popover.Dropdown>{refused ? <Told>{refused}</Told> : null}</Popover.Dropdown>
      </Popover>
      {more.length > 0 ? (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button size="small" icon="more" aria-label={say('moreToDoWithThis')} />
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(move => (
              <Menu.Item
                key={move}
                leftSection={<Icon name={moves[move].icon} />}
                rightSection={moves[move].key ? <kbd>{moves[move].key}</kbd> : undefined}
                onClick={() => void begin(move)}
              >
                {moves[move].verb}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <MoveDialog
        move={asking}
        order={order}
        onClose={() => setAsking(undefined)}
        onGive={async (move, answer) => {
          await onMove(move, answer)
          setAsking(undefined)
        }}
      />
    </>
  )
}
