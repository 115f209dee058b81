import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { CustomerScreen } from '@/features/customers/CustomerScreen'
import { accountQuery, useCustomerLive } from '@/features/customers/queries'
import { Loading, Trouble } from '@/ui/notices'
import { Title } from '@/ui/Shell'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'

const route = getRouteApi('/office/customers/$account')

export const CustomerPage = () => {
  const { account } = route.useParams()
  const { find } = useOffice()
  const now = useNow()
  const { data: customer, error, refetch } = useQuery(accountQuery(account))
  useCustomerLive(account)
  return (
    <>
      <Title name={customer?.name ?? 'Customer'} under={{ name: 'Customers', to: '/customers' }} onFind={find} />
      {customer ? <CustomerScreen customer={customer} now={now} /> : null}
      {error && !customer ? (
        <Trouble title="This customer cannot be shown" again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : null}
      {!customer && !error ? <Loading of="the customer" /> : null}
    </>
  )
}
