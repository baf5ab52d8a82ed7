/** One ticket in so many is moved. */
const ONE_IN = 200;
/** What hangs on a ticket and names its estate; the log keeps the estate on which things happened. */
const BESIDE = [
  ['service_clock', 'ticket_id'],
  ['complaint', 'ticket_id'],
  ['callback', 'ticket_id'],
  ['contact', 'ticket_id'],
  ['signature', 'subject_id'],
];

/**
 * Moves tickets to the next estate, with all that hangs on them, behind the program: what was told of them on the one has to be
 * taken back there and told on the other.
 * @returns how many
 */
export async function moveTickets(client, companyId) {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(
    `create temp table moved on commit drop as
     select t.id, n.next_id from ticket t
       join (select id, coalesce(lead(id) over (order by code), first_value(id) over (order by code)) as next_id from estate where company_id = $1) n on n.id = t.estate_id
      where t.company_id = $1 and (hashtext(t.id::text) & 2147483647) % $2::int = 0`,
    [companyId, ONE_IN],
  );
  await client.query('analyze moved');
  await client.query(
    `update clock_entry e set estate_id = m.next_id from service_clock c join moved m on m.id = c.ticket_id
      where c.company_id = $1 and e.company_id = $1 and e.clock_id = c.id`,
    [companyId],
  );
  for (const [table, column] of BESIDE)
    await client.query(
      `update ${table} x set estate_id = m.next_id ${table === 'contact' ? `, number = x.number || 'M'` : ''} from moved m where x.company_id = $1 and x.${column} = m.id`,
      [companyId],
    );
  const { rowCount } = await client.query(
    `update ticket t set estate_id = m.next_id, number = t.number || 'M' from moved m where t.company_id = $1 and t.id = m.id`,
    [companyId],
  );
  await client.query('commit');
  return rowCount;
}
