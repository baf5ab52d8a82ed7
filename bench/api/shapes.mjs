const cursorOf = ([head]) => Buffer.from(`${head.epoch}.${head.seq}`).toString('base64url');
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

/** How the floor makes the product's answer from rows by table; what the product read from no row it takes over. */
export const SHAPES = {
  viewer: ({ company: [company], company_head: head }, known) => ({
    data: { viewer: { ...known.data.viewer, company: { id: company.id, code: company.code, name: company.name } } },
    extensions: { cursor: cursorOf(head) },
  }),
  page: ({ ticket, unit, customer, company_head: head }) => {
    const units = byId(unit);
    const customers = byId(customer);
    const nodes = ticket.slice(0, 20).map((row) => {
      const home = units.get(row.unitId);
      const who = customers.get(row.customerId);
      return {
        id: row.id,
        number: row.number,
        phase: row.phase,
        subject: row.subject,
        reportedAt: row.reportedAt,
        unit: { id: home.id, code: home.code },
        customer: { id: who.id, name: who.name },
      };
    });
    return { data: { tickets: { nodes } }, extensions: { cursor: cursorOf(head) } };
  },
  ticket: ({ ticket: [{ id, number, phase, subject, reportedAt, version }], event, company_head: head }) => {
    const nodes = event.slice(0, 20).map((one) => ({
      type: one.type,
      occurredAt: one.occurredAt,
      recordedAt: one.recordedAt,
      version: one.version,
    }));
    return {
      data: { ticket: { id, number, phase, subject, reportedAt, version, timeline: { nodes } } },
      extensions: { cursor: cursorOf(head) },
    };
  },
  estates: ({ estate, unit_state: counted, company_head: head }) => {
    const counts = new Map(counted.map((row) => [row.estateId, row]));
    const nodes = estate.slice(0, 20).map(({ id, code, name }) => ({
      id,
      code,
      name,
      households: Number(counts.get(id)?.households ?? 0),
      occupiedHouseholds: Number(counts.get(id)?.occupied ?? 0),
    }));
    return { data: { estates: { nodes } }, extensions: { cursor: cursorOf(head) } };
  },
  report: ({ ticket: [{ id, number, stage, version }], company_head: head }) => ({
    data: { reportRepair: { repair: { id, number, stage, version }, cursor: cursorOf(head) } },
    extensions: { cursor: cursorOf(head) },
  }),
};
