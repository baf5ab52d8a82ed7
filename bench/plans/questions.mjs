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
  ['estates with households', `{ estates(first: 20) { nodes { code households occupiedHouseholds } } }`],
  ['units of an estate', `{ estate(id: "${world.estateId}") { units(first: 20) { nodes { code } totalCount } } }`],
];

/** A page far from the first one, by the cursor of the page before. */
export const deepPage = (cursor) => [
  'tickets, all estates, page behind a cursor',
  `{ tickets(first: 20, after: "${cursor}") { nodes { id } } }`,
];
