/** What every home is charged by: two standards by area, two by unit. */
export const TARIFFS = [
  ['WYF', 'PROPERTY_FEE', 'PER_AREA', 28_000],
  ['NYF', 'SHARED_UTILITIES', 'PER_AREA', 3_300],
  ['CWF', 'PARKING_SERVICE_FEE', 'PER_UNIT', 1_200_000],
  ['LJF', 'SPECIAL_SERVICE', 'PER_UNIT', 80_000],
];

/** Gives every estate of a company the same standards, for two years. */
export async function setTariffs(client, companyId) {
  for (const [code, kind, basis, rate] of TARIFFS)
    await client.query(
      `insert into tariff (company_id, id, estate_id, code, kind, name, basis, uses, rate_myriad, currency, payer, vacant_percent,
                           not_taken_over_percent, advance_months, advance_percent, due_day_of_month, due_month_offset, from_day, set_by,
                           set_at, version)
       select company_id, uuidv7(), id, $2, $3, $2, $4, '{RESIDENTIAL}', $5, 'CNY', 'OWNER', 100, 100, 0, 0, 28, 0,
              date_trunc('year', now() - interval '1 year')::date, uuidv7(), now(), 1
         from estate where company_id = $1`,
      [companyId, code, kind, basis, rate],
    );
}

/** How far the runs of a company are. */
export async function progressOf(client, companyId) {
  const { rows } = await client.query(
    `select stage, count(*)::int as runs, sum(lines)::int as lines from bill_run where company_id = $1 group by stage`,
    [companyId],
  );
  const { rows: written } = await client.query('select count(*)::int as n from charge where company_id = $1', [
    companyId,
  ]);
  return {
    stages: Object.fromEntries(rows.map(({ stage, runs }) => [stage, runs])),
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    charges: written[0].n,
  };
}

/** What was charged twice, what was left out, and by how much the runs differ from what they have written. */
export async function exactlyOnce(client, companyId) {
  const { rows } = await client.query(
    `select (select count(*) from (select 1 from charge where company_id = $1 group by unit_id, tariff_code, from_day having count(*) > 1) d)::int as doubles,
            ((select count(*) from unit where company_id = $1) * $2 - (select count(distinct (unit_id, tariff_code)) from charge where company_id = $1))::int as missing,
            abs((select sum(amount_minor) from bill_run where company_id = $1) - (select sum(amount_minor) from charge where company_id = $1))::bigint as difference`,
    [companyId, TARIFFS.length],
  );
  const [{ doubles, missing, difference }] = rows;
  return { doubles, missing, difference: Number(difference) };
}
