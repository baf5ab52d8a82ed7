import { hireMore } from '../people.mjs';
import { buildCompany } from '../world.mjs';

/** Whoever does something in the life of a repair, on visits and with money. */
const POSTS = ['FRONT_DESK', 'TECHNICIAN', 'ENGINEERING_HEAD', 'SERVICE_MANAGER', 'STEWARD', 'ACCOUNTANT', 'CASHIER'];

/**
 * A company whose commands are measured: its estates with their homes and past repairs, and one person a post.
 * @returns {companyId, accounts, estates}: accounts by post; of each estate its id and homes, {unitId, customerId}
 */
export async function buildBusyCompany(client, code, { estates, tickets }) {
  const { companyId } = await buildCompany(client, code, estates, tickets);
  const accounts = {};
  for (const post of POSTS) [accounts[post]] = await hireMore(client, companyId, 1, [post], post.toLowerCase());
  const { rows } = await client.query(
    `select o.estate_id as id, json_agg(json_build_object('unitId', o.unit_id, 'customerId', o.customer_id) order by o.id) as homes
       from occupancy o where o.company_id = $1 group by 1 order by 1`,
    [companyId],
  );
  return { companyId, accounts, estates: rows };
}
