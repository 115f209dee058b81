import type { components } from '@/api/schema'
import { Icon } from '@/ui/Icon'
import { Tag } from '@/ui/pieces'
import { span } from '@/ui/times'

type Template = components['schemas']['Template']

const minute = 60_000

/** What follows from the work type is shown, not asked. */
export const TemplateFacts = ({ template }: { template: Template }) => (
  <dl className="facts template">
    <dt>Length</dt>
    <dd className="n">{span(Number(template.minutes) * minute)}</dd>
    <dt>Needs</dt>
    <dd className="tags">
      {template.skills.length === 0
        ? 'Nothing special'
        : template.skills.map(s => (
            <Tag key={s.skill}>
              {s.skill}
              {Number(s.level) > 1 ? `, level ${s.level}` : ''}
            </Tag>
          ))}
    </dd>
    {template.parts.length > 0 ? (
      <>
        <dt>Parts to bring</dt>
        <dd>{template.parts.map(p => (Number(p.quantity) > 1 ? `${p.quantity} ${p.part}` : p.part)).join(', ')}</dd>
      </>
    ) : null}
    {template.checklist.length > 0 ? (
      <>
        <dt>Checklist</dt>
        <dd>
          {template.checklist.map(item => (
            <div key={item.code}>{item.text}</div>
          ))}
        </dd>
      </>
    ) : null}
    {template.safety.length > 0 ? (
      <>
        <dt>Safety</dt>
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
        <dt>Approval</dt>
        <dd>Needed before it can be planned</dd>
      </>
    ) : null}
  </dl>
)
