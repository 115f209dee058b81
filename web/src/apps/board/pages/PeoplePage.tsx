import { Modal } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { newId, run } from '@/api/client'
import { BranchChip } from '@/features/identity/BranchChip'
import { type Invited, InvitePerson, OneTimeLink } from '@/features/identity/InvitePerson'
import { PeopleScreen, type Person } from '@/features/identity/PeopleScreen'
import { PersonSheet } from '@/features/identity/PersonSheet'
import { peopleQuery, personOf } from '@/features/identity/people'
import { rightsBody } from '@/features/identity/RightsFields'
import { may } from '@/features/identity/session'
import { Trouble } from '@/ui/notices'
import { Button } from '@/ui/pieces'
import { SearchField } from '@/ui/SearchField'
import { FilterChip, Title } from '@/ui/Shell'
import { tell } from '@/ui/toasts'
import { useNow } from '@/ui/useNow'
import { useOffice } from '../Office'
import { say } from '../words'

const route = getRouteApi('/office/people')
const states = [
  { value: 'active', name: say('active') },
  { value: 'invited', name: say('invited') },
  { value: 'disabled', name: say('disabled') },
]

export const PeoplePage = () => {
  const { session, find } = useOffice()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/people' })
  const queries = useQueryClient()
  const now = useNow()
  const [link, setLink] = useState<{ name: string; path: string }>()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(peopleQuery(search))
  const names = new Map(session.branches.map(b => [b.id, b.name]))
  const people = data?.pages.flatMap(page => page.items).map(line => personOf(line, names))
  const selected = people?.find(p => p.id === search.selected)
  const set = useCallback(
    (change: typeof search) => void navigate({ search: known => ({ ...known, ...change }), replace: true }),
    [navigate],
  )
  const onSearch = useCallback((words: string) => set({ search: words || undefined }), [set])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: ['people'] })
    tell(words)
  }
  const invite = async ({ name, email, rights }: Invited) => {
    const invitation = await run('/api/people/invite', { person: newId(), name, email, rights: rightsBody(rights) })
    await done(say('isInvited', { name }))
    return invitation.link ?? ''
  }
  const actsOn = (person: Person) => ({
    onRights: async (rights: Parameters<typeof rightsBody>[0]) => {
      await run('/api/people/change-roles', { person: person.id, rights: rightsBody(rights) })
      await done(say('rolesOfChanged', { name: person.name }))
    },
    onLink: async () => setLink({ name: person.name, path: (await run('/api/people/link', { person: person.id })).link ?? '' }),
    onDisable: async () => {
      await run('/api/people/disable', { person: person.id })
      await done(say('disabledAndSignedOutEverywhere', { name: person.name }))
    },
    onEnable: async () => {
      await run('/api/people/enable', { person: person.id })
      await done(say('enabled', { name: person.name }))
    },
  })

  return (
    <>
      <Title name={say('people')} onFind={find}>
        {may(session, 'people/invite') ? (
          <Button kind="main" icon="plus" onClick={() => set({ new: true })}>
            {say('invite')}
          </Button>
        ) : null}
      </Title>
      {error && !people ? (
        <Trouble title={say('peopleCannotBeShown')} again={() => void refetch()}>
          {error.message}
        </Trouble>
      ) : (
        <PeopleScreen
          people={people}
          now={now}
          selected={search.selected}
          chips={
            <>
              <SearchField label={say('nameOrEMail')} value={search.search ?? ''} onSearch={onSearch} />
              <FilterChip name={say('state')} value={search.state} options={states} onChange={state => set({ state })} />
              <BranchChip session={session} branch={search.branch} onChange={branch => set({ branch })} />
            </>
          }
          panel={
            selected ? (
              <PersonSheet
                key={`${selected.id} ${JSON.stringify(selected.roles)} ${selected.state}`}
                person={selected}
                now={now}
                branches={session.branches}
                mayChange={may(session, 'people/change-roles')}
                isMe={selected.id === session.person?.id}
                onClose={() => set({ selected: undefined })}
                {...actsOn(selected)}
              />
            ) : null
          }
          foot={
            hasNextPage
              ? say('theNewestShownMoreFollow', { n: people?.length ?? 0 })
              : say('allShown', { n: people?.length ?? 0 })
          }
          onSelect={id => set({ selected: id })}
          onEnd={more}
        />
      )}
      <InvitePerson
        opened={search.new === true}
        branches={session.branches}
        onClose={() => set({ new: undefined })}
        onInvite={invite}
      />
      <Modal opened={link !== undefined} onClose={() => setLink(undefined)} title={say('newPasswordLink')} size={520}>
        {link ? <OneTimeLink name={link.name} link={link.path} onClose={() => setLink(undefined)} /> : null}
      </Modal>
    </>
  )
}
