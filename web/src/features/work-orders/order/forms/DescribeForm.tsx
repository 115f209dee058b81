import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { say } from '@/features/work-orders/words'
import { PlaceFields, type Where } from '../../PlaceFields'
import { type FormProps, MoveForm } from '../MoveDialog'

/** Who it is for, where, whom to ask for, on what; and the fields that this work asks for. */
export const DescribeForm = ({ order, onGive, onBack }: FormProps) => {
  const [where, setWhere] = useState<Where>({ account: order.customer?.id, site: order.site?.id, asset: order.assets?.[0]?.id })
  const [fields, setFields] = useState<Record<string, string>>({})
  const [instructions, setInstructions] = useState(order.description ?? '')
  const give = () =>
    onGive({
      ...(where.account ? { account: where.account } : {}),
      ...(where.site ? { site: where.site } : {}),
      ...(where.contact ? { contact: where.contact } : {}),
      ...(where.asset ? { assets: [where.asset] } : {}),
      ...(instructions.trim() !== (order.description ?? '') ? { instructions: instructions.trim() } : {}),
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
    })
  return (
    <MoveForm verb={say('save')} canGive onBack={onBack} onGive={give}>
      <PlaceFields where={where} onChange={setWhere} />
      {order.fields.map(field => (
        <TextInput
          key={field.code}
          label={field.label}
          required={field.isRequired}
          withAsterisk={false}
          value={fields[field.code] ?? field.value ?? ''}
          onChange={e => setFields({ ...fields, [field.code]: e.currentTarget.value })}
        />
      ))}
      <Textarea
        label={say('instructions')}
        autosize
        minRows={2}
        maxRows={6}
        value={instructions}
        onChange={e => setInstructions(e.currentTarget.value)}
      />
    </MoveForm>
  )
}
