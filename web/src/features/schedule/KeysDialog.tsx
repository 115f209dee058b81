import { Modal } from '@mantine/core'

const keys: readonly [string, string][] = [
  ['← →', 'The visit before or after, of the same person'],
  ['↑ ↓', 'The nearest visit of the person above or below'],
  ['Shift ← →', 'A quarter of an hour earlier or later'],
  ['Shift ↑ ↓', 'Give it to the person above or below'],
  ['[ ]', 'A quarter of an hour shorter or longer'],
  ['M', 'Move to another time or person'],
  ['D', 'Dispatch'],
  ['U', 'Unschedule'],
  ['Menu key', 'All that may be done with it'],
  ['P', 'In the list below: plan with the best fit; all that are marked'],
  ['Space', 'In the list below: mark'],
  ['Ctrl Z', 'Take back the last thing done here'],
  ['T', 'Today'],
  ['Esc', 'Let go of a drag; close the details'],
]

export const KeysDialog = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => (
  <Modal opened={opened} onClose={onClose} title="Keys of the board" size={480}>
    <dl className="facts keys">
      {keys.map(([key, does]) => (
        <div key={key} className="row">
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)
