/** Words that three in ten tickets say, one in ten, one in five thousand, and none. */
const TEXTS = [
  ['a common word', '漏水'],
  ['a usual word', '门禁'],
  ['a rare word', '马蜂窝'],
  ['a word that nobody said', '彗星'],
];
const CLOCKS = {
  'overdue, all estates': '{ overdue: true }',
  'due soon, all estates': '{ dueSoon: true }',
  'due before a time, one milestone': '{ milestones: ["ACCEPTED"], dueBefore: "2100-01-01T00:00:00Z" }',
};

const DAY = 86_400_000;
const dayBefore = (days) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const monthsBefore = (months) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
};
/** What is open and what came in; an earlier day reads what moved since. */
const BOOKS = ({ estateId }) => {
  const debtor = '{ nodes { daysOverdue bucket overdue { amount } unit { code } estate { code } } }';
  const ages = '{ households overdueHouseholds ages { bucket charges households open { amount } } estate { code } }';
  const rates = '{ month kind rate charged { amount } collected { amount } }';
  const households = '{ month kind rate householdRate households }';
  const of = (more) => `filter: { fromMonth: "${monthsBefore(2)}", untilMonth: "${monthsBefore(1)}", ${more} }`;
  return [
    ['arrears, all estates', `{ arrears(first: 20) ${debtor} }`],
    ['arrears, one estate', `{ arrears(first: 20, filter: { estateIds: ["${estateId}"] }) ${debtor} }`],
    ['arrears, by age', `{ arrears(first: 20, filter: { buckets: [UP_TO_TWO_MONTHS] }) ${debtor} }`],
    ['arrears, a week ago', `{ arrears(first: 20, on: "${dayBefore(7)}") ${debtor} }`],
    ['ageing, all estates', `{ arrearsAgeing ${ages} }`],
    ['ageing, a week ago', `{ arrearsAgeing(on: "${dayBefore(7)}", asKnownOn: "${dayBefore(7)}") ${ages} }`],
    ['ageing, one estate', `{ arrearsAgeing(filter: { estateIds: ["${estateId}"] }) ${ages} }`],
    ['collection of a month, by estate', `{ collection(${of('by: [ESTATE]')}) ${rates} }`],
    ['collection of a month, with households', `{ collection(${of('by: [ESTATE]')}) ${households} }`],
    ['collection of a month, a week ago', `{ collection(${of('by: [ESTATE]')}, on: "${dayBefore(7)}") ${rates} }`],
    [
      'collection of a month, one estate, by building',
      `{ collection(${of(`by: [BUILDING], estateIds: ["${estateId}"]`)}) ${rates} }`,
    ],
    [
      'income of a month, by method',
      `{ incomeByMethod(filter: { from: "${monthsBefore(1)}", until: "${monthsBefore(0)}" }) { method payments received { amount } } }`,
    ],
  ];
};

/** The lists whose plans are looked at, as clients ask for them. */
export const questionsOf = (world) => [
  ['tickets, all estates, first page', `{ tickets(first: 20) { nodes { id } } }`],
  [
    'tickets, all estates, with unit and customer',
    `{ tickets(first: 20) { nodes { id unit { code building { code } } customer { name } estate { name } } } }`,
  ],
  ['tickets, all estates, counted', `{ tickets(first: 20) { totalCount } }`],
  [
    'tickets, one estate',
    `{ tickets(first: 20, filter: { estateIds: ["${world.estateId}"] }) { nodes { id } totalCount } }`,
  ],
  ['tickets, by phase', `{ tickets(first: 20, filter: { phases: [OPEN] }) { nodes { id } totalCount } }`],
  [
    'tickets, by phase and estate',
    `{ tickets(first: 20, filter: { phases: [OPEN], estateIds: ["${world.estateId}"] }) { nodes { id } totalCount } }`,
  ],
  ['tickets, two phases', `{ tickets(first: 20, filter: { phases: [OPEN, IN_PROGRESS] }) { nodes { id } } }`],
  [
    'tickets, oldest first',
    `{ tickets(first: 20, orderBy: REPORTED_AT_ASC, filter: { phases: [OPEN] }) { nodes { id } } }`,
  ],
  ['tickets, of a unit', `{ tickets(first: 20, filter: { unitId: "${world.unitId}" }) { nodes { id } } }`],
  ['tickets, of a customer', `{ tickets(first: 20, filter: { customerId: "${world.customerId}" }) { nodes { id } } }`],
  ['tickets, by number', `{ tickets(first: 20, filter: { number: "B77" }) { nodes { id } } }`],
  ['ticket with its timeline', `{ ticket(id: "${world.ticketId}") { id timeline(first: 20) { nodes { type } } } }`],
  ...TEXTS.flatMap(([title, text]) => [
    [`tickets, ${title}, all estates`, `{ tickets(first: 20, filter: { text: "${text}" }) { nodes { id subject } } }`],
    [
      `tickets, ${title}, one estate`,
      `{ tickets(first: 20, filter: { text: "${text}", estateIds: ["${world.estateId}"] }) { nodes { id subject } } }`,
    ],
  ]),
  [
    'tickets, a common word, counted',
    `{ tickets(first: 20, filter: { text: "漏水" }) { totalCount nodes { id unit { code } customer { name } estate { name } } } }`,
  ],
  ...Object.entries(CLOCKS).map(([title, clock]) => [
    `tickets, ${title}`,
    `{ tickets(first: 20, filter: { clock: ${clock} }) { nodes { id clocks { milestone dueAt } } } }`,
  ]),
  [
    'tickets, overdue, one estate',
    `{ tickets(first: 20, filter: { clock: { overdue: true }, estateIds: ["${world.estateId}"] }) { nodes { id } totalCount } }`,
  ],
  ['boards, all estates', `{ estateBoards { estate { code } total phases { phase count } overdue callbacksDue } }`],
  ['board, one estate', `{ estateBoards(estateIds: ["${world.estateId}"]) { total overdue callbacksDue } }`],
  [
    'tickets, unassigned',
    `{ tickets(first: 20, filter: { phases: [OPEN], assigned: false }) { nodes { id } totalCount } }`,
  ],
  ['facets, all estates', `{ ticketFacets { total complete facets { facet values { value count } } } }`],
  [
    'facets, open ones of an estate',
    `{ ticketFacets(filter: { phases: [OPEN], estateIds: ["${world.estateId}"] }) { total complete facets { facet values { value count } } } }`,
  ],
  [
    'what burns',
    `{ attention(first: 50) { reason since dueAt ticket { id subject } obligation { id } estate { name } } }`,
  ],
  ['my queue', `{ myQueue(first: 50) { nodes { reason since dueAt ticket { id subject } obligation { id } } } }`],
  ['my queue, counted', `{ myQueueCounts { reason count } }`],
  ...BOOKS(world),
  ['estates with households', `{ estates(first: 20) { nodes { code households occupiedHouseholds } } }`],
  ['units of an estate', `{ estate(id: "${world.estateId}") { units(first: 20) { nodes { code } totalCount } } }`],
];

/** A page far from the first one, by the cursor of the page before. */
export const deepPage = (cursor) => [
  'tickets, all estates, page behind a cursor',
  `{ tickets(first: 20, after: "${cursor}") { nodes { id } } }`,
];
