import { Modal } from '@mantine/core'
import { say } from './words'

const keys: readonly [string, string][] = [
  ['← →', say('theVisitBeforeOrAfter')],
  ['↑ ↓', say('theNearestVisitOfThe')],
  [say('shift'), say('aQuarterOfAnHour')],
  [say('shift2'), say('giveItToThePerson')],
  ['[ ]', say('aQuarterOfAnHour2')],
  ['M', say('moveToAnotherTimeOr')],
  ['D', say('dispatch')],
  ['U', say('unschedule')],
  [say('menuKey'), say('allThatMayBeDone')],
  ['P', say('inTheListBelowPlan')],
  [say('space'), say('inTheListBelowMark')],
  [say('ctrlZ'), say('takeBackTheLastThing')],
  ['T', say('today')],
  ['Esc', say('letGoOfADrag')],
]

export const KeysDialog = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => (
  <Modal opened={opened} onClose={onClose} title={say('keysOfTheBoard')} size={480}>
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
