/** Everything that must have happened and what each client saw of it, in one snapshot. */
const LOG = `
select (select seq from company_head where company_id = $1) as head,
       (select count(*) from event where company_id = $1 and seq > $2) as events,
       (select count(*) from (select recorded_at < lag(recorded_at) over (order by seq) as back from event
                               where company_id = $1 and seq > $2) o where back) as backwards,
       (select coalesce(json_agg(json_build_array(seq, estate_id, subject_id) order by seq), '[]') from event
         where company_id = $1 and seq > $2 and subject_kind = 'ticket') as told`;

const EFFECTS = `
select said, array_agg(id) as ids from (
  select subject as said, id from ticket where company_id = $1 and subject = any ($2::text[])
  union all select text, ticket_id from ticket_note where company_id = $1 and text = any ($2::text[])
) as effect group by said`;

/**
 * Compares what clients saw with what the database holds, when all followers have caught up or had the time to.
 * @returns how many commands and events there were, and how many of them went wrong in which way
 */
export async function audit(database, companyId, start, writers, followers, catchUpMs) {
  const log = (await database.query(LOG, [companyId, start])).rows[0];
  const told = log.told.map(([seq, estateId, ticketId]) => ({ seq: Number(seq), estateId, ticketId }));
  const commands = new Map(writers.flatMap((writer) => [...writer.commands]));
  const { rows } = await database.query(EFFECTS, [companyId, [...commands.keys()]]);
  const found = {
    commands: commands.size,
    events: Number(log.events),
    sockets: 0,
    ...effectsAmiss(commands, new Map(rows.map(({ said, ids }) => [said, ids]))),
    /** Places of the log that hold no event, and events that claim an earlier time than the one before. */
    gaps: Number(log.head) - start - Number(log.events),
    backwards: Number(log.backwards),
    missed: 0,
    doubled: 0,
    disordered: 0,
    strange: 0,
    unexpected: [...writers.flatMap((writer) => writer.unexpected)],
  };
  const last = Number(log.head);
  await Promise.all(
    followers.map(async (follower) => {
      const expected = told.filter(({ estateId }) => follower.estateIds?.includes(estateId) ?? true);
      await follower.reaches(expected.at(-1)?.seq ?? 0, catchUpMs);
      const seen = streamAmiss(
        expected,
        follower.received.filter(({ seq }) => seq <= last),
      );
      for (const [what, count] of Object.entries(seen)) found[what] += count;
      found.sockets += follower.sockets;
      found.unexpected.push(...follower.refusals);
    }),
  );
  return found;
}

/** Acknowledged commands without their effect, commands with more than one, and refused ones with any. */
function effectsAmiss(commands, effects) {
  const amiss = { lost: 0, twice: 0, refusedButDone: 0 };
  for (const [id, { kind, ticketId }] of commands) {
    const done = effects.get(id) ?? [];
    if (kind === 'refused') amiss.refusedButDone += done.length;
    else if (!done.includes(ticketId)) amiss.lost += 1;
    else if (done.length > 1) amiss.twice += 1;
  }
  return amiss;
}

/** How one client's stream differs from the log. */
function streamAmiss(expected, received) {
  const known = new Map(expected.map(({ seq, ticketId }) => [seq, ticketId]));
  const seen = new Set(received.map(({ seq }) => seq));
  return {
    missed: expected.filter(({ seq }) => !seen.has(seq)).length,
    doubled: received.length - seen.size,
    disordered: received.filter(({ seq }, i) => i > 0 && seq < received[i - 1].seq).length,
    strange: received.filter(({ seq, ticketId }) => known.get(seq) !== ticketId).length,
  };
}

/** What a row of the fault table says that went wrong: nothing, or each with its number. */
export function amissIn(row) {
  const { lost, twice, refusedButDone, gaps, backwards, missed, doubled, disordered, strange, unexpected } = row;
  const counts = { lost, twice, refusedButDone, gaps, backwards, missed, doubled, disordered, strange };
  const told = unexpected.length > 0 ? { unexpected: [...new Set(unexpected)].slice(0, 5) } : {};
  return { ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)), ...told };
}
