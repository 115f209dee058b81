import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { CustomerScreen } from '@/features/customers/CustomerScreen'
import { accountQuery, useCustomerLive } from '@/features/customers/queries'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/customers/$account')

export const CustomerPage = () => {
  const { account } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { data: customer, error, refetch } = useQuery(accountQuery(account))
  useCustomerLive(account)
  return (
    <>
      <Title name={customer?.name ?? say('customer')} under={{ name: say('customers'), to: '/customers' }} onFind={find} />
      {customer ? <CustomerScreen customer={customer} now={now} /> : null}
      {error && !customer ? (
        <Trouble title={say('thisCustomerCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!customer && !error ? <Loading of={say('theCustomer')} /> : null}
    </>
  )
}
