import { DEMO_PASSWORD } from '../../services/demo/accounts.js';
import { GRAPHQL_PATH } from '../graphql-path.js';

/** What the welcome says. */
interface Welcome {
  readonly address: string;
  readonly graphiql: boolean;
  readonly demo: boolean;
}

/** A few of the demo's logins: who it is and where. */
const LOGINS = [
  ['front_desk@harbour', 'takes and forwards repairs on estate E01'],
  ['technician@harbour', 'accepts and carries them out on E01'],
  ['estate_manager@harbour', 'leads E01'],
  ['front_desk.e02@harbour', 'the same desk on E02'],
  ['resident1@harbour', 'owns a home on E01'],
  ['quality_officer@harbour', 'head office: all estates, persons masked'],
  ['company_admin@harbour', 'administers the company'],
  ['quality_officer@cedar', 'another company; lotus is the third'],
] as const;

/** What somebody who has just started the program wants to know. */
export function welcome({ address, graphiql, demo }: Welcome): string {
  const lines = [`Guanjia answers GraphQL on ${address}${GRAPHQL_PATH} (HTTP and WebSocket).`];
  if (graphiql) lines.push(`Try it in the browser: ${address}/`);
  if (demo) {
    lines.push('', `Demo logins, password ${DEMO_PASSWORD}:`);
    const width = Math.max(...LOGINS.map(([login]) => login.length));
    for (const [login, who] of LOGINS) lines.push(`  ${login.padEnd(width)}  ${who}`);
  }
  return `\n${lines.join('\n')}\n\n`;
}
