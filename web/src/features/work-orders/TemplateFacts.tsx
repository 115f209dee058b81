import type { components } from '@/api/schema'
import { Icon } from '@/ui/Icon'
import { Tag } from '@/ui/pieces'
import { span } from '@/ui/times'
import { say } from './words'

type Template = components['schemas']['Template']

const minute = 60_000

/** What follows from the work type is shown, not asked. */
export const TemplateFacts = ({ template }: { template: Template }) => (
  <dl className="facts template">
    <dt>{say('length')}</dt>
    <dd className="n">{span(Number(template.minutes) * minute)}</dd>
    <dt>{say('needs')}</dt>
    <dd className="tags">
      {template.skills.length === 0
        ? say('nothingSpecial')
        : template.skills.map(s => (
            <Tag key={s.skill}>
              {s.skill}
              {Number(s.level) > 1 ? `, ${say('levelIs', { level: s.level })}` : ''}
            </Tag>
          ))}
    </dd>
    {template.parts.length > 0 ? (
      <>
        <dt>{say('partsToBring')}</dt>
        <dd>{template.parts.map(p => (Number(p.quantity) > 1 ? `${p.quantity} ${p.part}` : p.part)).join(', ')}</dd>
      </>
    ) : null}
    {template.checklist.length > 0 ? (
      <>
        <dt>{say('checklist')}</dt>
        <dd>
          {template.checklist.map(item => (
            <div key={item.code}>{item.text}</div>
          ))}
        </dd>
      </>
    ) : null}
    {template.safety.length > 0 ? (
      <>
        <dt>{say('safety')}</dt>
        <dd className="t-risk">
          {template.safety.map(line => (
            <div key={line}>
              <Icon name="warn" size={12} /> {line}
            </div>
          ))}
        </dd>
      </>
    ) : null}
    {template.needsApproval ? (
      <>
        <dt>{say('approval')}</dt>
        <dd>{say('neededBeforeItCanBe')}</dd>
      </>
    ) : null}
  </dl>
)
