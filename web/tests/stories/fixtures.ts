import type { Asset } from '@/features/customers/AssetScreen'
import type { Customer } from '@/features/customers/CustomerScreen'
import type { HistoryLine } from '@/features/customers/customer'
import type { Person } from '@/features/identity/PeopleScreen'
import type { PastVisit } from '@/features/work-orders/history'
import type { Order } from '@/features/work-orders/order/order'
import type { RequestContext } from '@/features/work-orders/queue/RequestPanel'
import type { Channel, QueuedRequest } from '@/features/work-orders/queue/request'
import type { Level } from '@/ui/pieces'

export const now = Date.parse('2026-11-20T11:20:00+03:00')
const minutes = (n: number) => now + n * 60_000
const day = (iso: string) => Date.parse(`2026-${iso}:00+03:00`)

const request = (
  n: number,
  priority: Level,
  channel: Channel,
  subject: string,
  place: string,
  caller: string,
  due: number,
  age: number,
  hint?: string,
): QueuedRequest => {
  const [customer = '', ...rest] = place.split(', ')
  const base = {
    id: `r${n}`,
    number: `RQ-${7316 - n}`,
    version: 1,
    priority,
    channel,
    subject,
    customer,
    place: rest.join(', '),
    caller,
    unsent: false,
  }
  return { ...base, answerBy: minutes(due), receivedAt: minutes(-age), ...(hint ? { hint } : {}) }
}

export const requests: QueuedRequest[] = [
  {
    ...request(0, 1, 'phone', 'Cold room at 9 °C, stock at risk', 'Carrefour, Sarit Centre', 'Lucy Wambui, manager', 18, 6),
    words: 'It was 2 °C last night. The fan is running but it is not pulling down, and we have 400 kg of meat in there.',
    takenBy: 'Ann',
  },
  request(
    1,
    1,
    'device',
    'Vaccine fridge above 8 °C for 12 min',
    'Gertrude’s Hospital, Muthaiga',
    'Sensor VF-07',
    31,
    9,
    '2 like this',
  ),
  request(
    2,
    1,
    'whatsApp',
    'Lift stopped between floors, nobody inside',
    'Eden Square, Chiromo Road',
    'Tom Barasa, caretaker',
    44,
    14,
  ),
  request(3, 2, 'phone', 'Gas smell near boiler, valve closed', 'Nairobi Hospital, plant room', 'Security desk', 52, 4),
  request(
    4,
    2,
    'website',
    'No light on fibre since the morning, whole court',
    'Loresho Ridge, House 9',
    'Priya Shah',
    130,
    22,
    'Same as WO-20422',
  ),
  request(5, 2, 'email', 'Freezer frosting over, door will not seal', 'Chandarana, Yaya Centre', 'Stores desk', 155, 31),
  request(6, 2, 'api', 'Ticket INC-88214, ATM room AC tripped', 'KCB, Westgate branch', 'KCB service desk', 185, 35),
  request(7, 3, 'whatsApp', 'Boiler losing pressure every night', 'Fairview Hotel, Upper Hill', 'James Kilonzo', 240, 40),
  request(8, 3, 'website', 'Move router to the first floor', 'Rhapta Road, Apt 4B', 'Njoki Ndegwa', 320, 47),
  request(
    9,
    3,
    'phone',
    'Noise from lift motor on start',
    'Purshottam Place, tower B',
    'Facilities desk',
    340,
    38,
    'Same site, 2 open',
  ),
  request(
    10,
    3,
    'email',
    'Quarterly lift inspections, please propose dates',
    'Delta Corner, Westlands',
    'Anita Mutiso',
    4_360,
    44,
  ),
  request(11, 3, 'api', 'Installation order FB-5521, business fibre', 'Pinetree Plaza, floor 6', 'Partner portal', 4_660, 45),
  request(
    12,
    3,
    'device',
    'Condenser fan current drifting up',
    'Quickmart, Kilimani',
    'Sensor CF-12',
    5_800,
    46,
    'Groups 3 alerts',
  ),
]

export const arrived: QueuedRequest[] = [
  request(13, 1, 'whatsApp', 'Water under the chiller', 'Sarova, Kenyatta Avenue', 'Front desk', 58, 1),
  request(14, 3, 'whatsApp', 'When does the engineer come', 'AAR, Kilimani', 'Reception', 200, 1),
  request(15, 3, 'device', 'Cold room door open for 9 min', 'Naivas, Kangemi', 'Sensor CD-02', 90, 0),
]

const before = (n: number, on: string, summary: string, technician: string, outcome: PastVisit['outcome']): PastVisit => ({
  id: `v${n}`,
  workOrder: `o${n}`,
  number: 20_100 + n,
  summary,
  technician,
  outcome,
  reason: null,
  lead: null,
  cause: null,
  action: null,
  state: 'completed',
  start: `${on}T07:00:00Z`,
})

export const context: RequestContext = {
  caller: { name: 'Lucy Wambui', role: 'Manager', phone: '0722 410 518' },
  place: { name: 'Carrefour, Sarit Centre', about: 'Loading bay B, Karuna Road. Badge at gate 3.' },
  cover: { name: 'Cold chain gold', promise: 'restore in 4 h, all hours' },
  assets: [
    { id: 'a1', name: 'Cold room CR-2', about: 'Bitzer, R404A, 2022', warrantyUntil: day('11-20T00:00') + 120 * 86_400_000 },
    { id: 'a2', name: 'Cold room CR-1', about: 'Bitzer, R404A, 2019', warrantyUntil: day('11-20T00:00') - 1_500 * 86_400_000 },
    { id: 'a3', name: 'Freezer DF-4', about: 'Epta, R290, 2024', warrantyUntil: day('11-20T00:00') + 420 * 86_400_000 },
  ],
  assetCount: 6,
  visits: [
    before(1, '2026-10-14', 'Defrost heater replaced', 'Brian Otieno', 'fixed'),
    before(2, '2026-09-02', 'Door gasket, warranty', 'Grace Wanjiru', 'fixed'),
    before(3, '2026-08-19', 'Not pulling down, 7 °C', 'Brian Otieno', 'followUpNeeded'),
    before(4, '2026-07-11', 'Quarterly service', 'Kevin Mwangi', 'fixed'),
    before(5, '2026-05-03', 'Fan motor bearing', 'Grace Wanjiru', 'fixed'),
  ],
}

const today = (time: string) => day(`11-20T${time}`)

export const order: Order = {
  id: 'o1',
  number: 'WO-20397',
  version: 12,
  title: 'Walk-in freezer at −9 °C, should be −18 °C',
  priority: 2,
  state: 'completed',
  customer: { id: 'c1', name: 'Zucchini Greengrocers' },
  site: {
    name: 'ABC Place',
    address: 'Waiyaki Way, Westlands',
    accessNotes: 'Goods lift behind the kitchen.',
    hazards: 'Wet floor by the freezer door',
  },
  assets: [{ id: 'a9', name: 'Walk-in freezer WF-1', about: 'Copeland ZX, R448A, serial 22-F-90417' }],
  contact: 'Amina Yusuf, 0711 903 224',
  workType: { id: 'w1', name: 'Repair', minutes: 90 },
  safety: [],
  unknown: [],
  missing: [],
  fields: [],
  codes: {},
  photos: [],
  papers: [],
  notes: [],
  deviations: [],
  checklist: [
    { code: 'leak', step: 'Leak check, all joints', required: true, value: 'Done', isOut: false, at: today('08:32') },
    {
      code: 'superheat',
      step: 'Superheat at evaporator',
      required: true,
      value: '14.2 K',
      limit: '4 to 8',
      isOut: true,
      at: today('09:36'),
    },
  ],
  description: 'Freezer is warming up since the night. Stock has been moved to the neighbour.',
  clocks: [
    { kind: 'Answered', state: 'met', used: 11, allowed: 60 },
    { kind: 'On site', state: 'met', used: 102, allowed: 120 },
    { kind: 'Restored', state: 'met', used: 211, allowed: 240 },
    { kind: 'Close-out', state: 'running', used: 62, allowed: 282, due: minutes(220) },
  ],
  visits: [
    {
      id: 'v1',
      who: 'Brian Otieno',
      what: 'Fixed, follow-up proposed',
      from: today('07:52'),
      to: today('10:02'),
      state: 'completed',
      version: 9,
      acts: [],
    },
    { version: 1, acts: [], id: 'v2', who: 'Brian Otieno', what: 'Check superheat, 45 min', state: 'tentative' },
  ],
  happenings: [
    { kind: 'visit', id: 'e9', at: today('10:02'), what: 'Visit completed', about: 'Brian, outcome fixed', tone: 'working' },
    {
      kind: 'visit',
      id: 'e8',
      at: today('09:36'),
      what: 'Superheat out of limit',
      about: '14.2 K, limit 4 to 8 K',
      tone: 'risk',
    },
    { kind: 'visit', id: 'e7', at: today('09:20'), what: 'Valve and drier replaced', about: 'From van KDK 214L' },
    {
      kind: 'visit',
      id: 'e6',
      at: today('08:26'),
      what: 'Paused 9 min for a part',
      about: 'Drier fetched from the van',
      tone: 'paused',
    },
    { kind: 'visit', id: 'e5', at: today('07:52'), what: 'On site', about: '18 min before the limit', tone: 'working' },
    {
      kind: 'visit',
      id: 'e4',
      at: today('07:28'),
      what: 'On the way, link sent to Amina',
      about: 'Read at 07:30',
      tone: 'travelling',
    },
    {
      kind: 'visit',
      id: 'e3',
      at: today('06:41'),
      what: 'Dispatched to Brian Otieno',
      about: 'By night rule, Ruth informed',
      tone: 'dispatched',
    },
    { kind: 'visit', id: 'e2', at: today('06:21'), what: 'Order created from request', about: 'WhatsApp, triaged by Ruth' },
    { kind: 'visit', id: 'e1', at: today('06:10'), what: 'Request received', about: 'First words: “freezer is warming up”' },
  ],
  used: [],
  extras: [],
  unsent: false,
}

export const customer: Customer = {
  id: 'c1',
  name: 'Carrefour Kenya',
  kind: 'company',
  version: 3,
  branch: 'b1',
  externalNumber: 'CRM 10428',
  contacts: [
    {
      id: 'p1',
      name: 'Lucy Wambui',
      role: 'Manager, Sarit',
      phone: '0722 410 518',
      email: 'lucy.wambui@carrefour.example',
      prefers: 'WhatsApp',
    },
    {
      id: 'p2',
      name: 'Peter Maina',
      role: 'Facilities',
      phone: '0733 220 117',
      email: 'peter.maina@carrefour.example',
      prefers: 'E-mail',
    },
  ],
  sites: [
    {
      id: 's1',
      name: 'Sarit Centre',
      address: 'Karuna Road, Westlands',
      accessNotes: 'Loading bay B. Badge at gate 3.',
      assets: 6,
    },
    { id: 's2', name: 'The Junction', address: 'Ngong Road', assets: 5 },
    { id: 's3', name: 'Two Rivers', address: 'Limuru Road, Ruaka', accessNotes: 'Ring the security desk first.', assets: 8 },
  ],
  assets: [
    {
      id: 'a1',
      name: 'Cold room CR-2',
      model: 'Bitzer 4FES',
      serial: '22-B-11873',
      state: 'down',
      warrantyUntil: Date.parse('2027-03-20T00:00:00Z'),
    },
    {
      id: 'a2',
      name: 'Cold room CR-1',
      model: 'Bitzer 4FES',
      serial: '19-B-07741',
      state: 'operational',
      warrantyUntil: Date.parse('2022-06-20T00:00:00Z'),
    },
    {
      id: 'a3',
      name: 'Freezer DF-4',
      model: 'Epta Cayman',
      serial: 'EC-2401-553',
      state: 'degraded',
      warrantyUntil: Date.parse('2028-01-20T00:00:00Z'),
    },
    { id: 'a4', name: 'Rooftop unit 1', model: 'Carrier 50TC', serial: '1618C04411', state: 'operational' },
  ],
}

export const history: HistoryLine[] = [
  {
    id: 'h1',
    at: day('10-14T10:00'),
    number: 'WO-19874',
    orderId: 'o1',
    what: 'Defrost heater replaced',
    who: 'Brian Otieno',
    where: 'Sarit Centre',
    outcome: 'Fixed',
    tone: 'good',
  },
  {
    id: 'h2',
    at: day('09-02T10:00'),
    number: 'WO-19411',
    orderId: 'o1',
    what: 'Door gasket, warranty',
    who: 'Grace Wanjiru',
    where: 'Sarit Centre',
    outcome: 'Fixed',
    tone: 'good',
  },
  {
    id: 'h3',
    at: day('08-19T10:00'),
    number: 'WO-19302',
    orderId: 'o1',
    what: 'Not pulling down, 7 °C',
    who: 'Brian Otieno',
    where: 'Sarit Centre',
    outcome: 'Follow-up',
    tone: 'amber',
  },
  {
    id: 'h4',
    at: day('07-11T10:00'),
    number: 'WO-18876',
    orderId: 'o1',
    what: 'Quarterly service',
    who: 'Kevin Mwangi',
    where: 'Two Rivers',
    outcome: 'Done',
    tone: 'done',
  },
  {
    id: 'h5',
    at: Date.parse('2026-12-03T10:00:00+03:00'),
    number: 'WO-15520',
    orderId: 'o1',
    what: 'Fan motor bearing',
    who: 'Grace Wanjiru',
    where: 'The Junction',
    outcome: 'No access',
    tone: 'cannot',
  },
]

export const asset: Asset = {
  id: 'a1',
  name: 'Cold room CR-2',
  maker: 'Bitzer',
  model: '4FES-5Y, R404A, 3.2 kg',
  serial: '22-B-11873',
  site: 'Sarit Centre',
  state: 'down',
  warrantyUntil: Date.parse('2027-03-20T00:00:00Z'),
  installed: Date.parse('2022-03-18T00:00:00Z'),
  customer: { id: 'c1', name: 'Carrefour Kenya' },
  children: [
    { id: 'a11', name: 'Evaporator fan 1' },
    { id: 'a12', name: 'Evaporator fan 2' },
    { id: 'a13', name: 'Expansion valve TES 2' },
  ],
}

const person = (name: string, role: Person['roles'][number], branches: string[], more: Partial<Person> = {}): Person => ({
  id: name,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@baridi.example`,
  roles: [role],
  branches,
  branchIds: branches,
  headOffice: branches.length === 0,
  state: 'active',
  hasSecondStep: true,
  lastSeen: minutes(-12),
  ...more,
})

export const people: Person[] = [
  person('Ann Njeri', 'dispatcher', ['Nairobi West']),
  person('Ruth Wekesa', 'dispatcher', ['Nairobi West', 'Nairobi East'], { lastSeen: minutes(-3) }),
  person('Moses Kariuki', 'branchManager', ['Nairobi West'], { lastSeen: minutes(-190) }),
  person('Amina Hassan', 'operationsManager', []),
  person('Grace Wanjiru', 'technician', ['Nairobi West'], { hasSecondStep: false }),
  person('Brian Otieno', 'technician', ['Nairobi West'], { lastSeen: minutes(-1) }),
  person('Kevin Mwangi', 'technician', ['Nairobi West']),
  person('Esther Chebet', 'technician', ['Thika Road'], { state: 'invited', hasSecondStep: false, lastSeen: undefined }),
  person('Samuel Gitau', 'accountant', [], { lastSeen: minutes(-1_600) }),
  person('Wanja Kimani', 'support', ['Nairobi East'], { state: 'disabled', lastSeen: minutes(-40_000) }),
]
