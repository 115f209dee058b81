import { kept } from '@/store/kept'
import { useDocuments, useStore } from '@/store/react'
import { Icon } from '@/ui/Icon'
import { Button } from '@/ui/pieces'
import { moment } from '@/ui/times'
import { isOpen, type StorageLoss, settle } from './losses'
import { say } from './words'

/** The oldest of the devices that lost what they had stored, until somebody has seen to it. */
export const LossesBanner = ({ me }: { me: string }) => {
  const store = useStore()
  const open = useDocuments<StorageLoss>('storage-loss')
    .filter(isOpen)
    .sort((a, b) => a.noticedAt.localeCompare(b.noticedAt))
  const [loss] = open
  if (!loss) return null
  return (
    <div className="banner" data-tone="risk" role="alert">
      <Icon name="warn" />
      <span className="grow">
        <b>{loss.person === me ? say('thisBrowserLost') : say('aDeviceLost')}</b>{' '}
        {say('noticed', { time: moment(Date.parse(loss.noticedAt), Date.now()) })}{' '}
        {loss.after > 0 ? say('arrivedUpTo', { n: String(loss.after) }) : say('nothingHadArrivedFromIt')}
        {open.length > 1 ? ` ${say('moreWait', { n: open.length - 1 })}` : ''}
      </span>
      <Button size="small" onClick={() => void kept(settle(store, loss, say('lostStorageSeenTo')))}>
        {say('itIsSeenTo')}
      </Button>
    </div>
  )
}
