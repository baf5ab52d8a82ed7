/** The product as a process of its own, as `npm start` runs it on a server of one's own, with a recorder beside. */
import { readEnvironment } from '../dist/src/server/env.js';
import { openLog } from '../dist/src/server/log.js';
import { startProgram } from '../dist/src/server/program.js';
import { issueAccessToken } from '../dist/src/tenancy/identity/access-token.js';
import { serve } from './child.mjs';
import { memoryOf } from './live/memory.mjs';
import { Recorder } from './recorder.mjs';

const recorder = new Recorder();
/** Lines are made at the default level; only errors are shown. */
const lines = { write: (line) => void (line.includes('"level":50') && !quiet && process.stderr.write(line)) };
/** Where faults are made, they are not shown. */
let quiet = false;
/** One account asks here as often as it can. */
const WITHOUT_QUOTA = Object.fromEntries(
  ['QUOTA_COST', 'QUOTA_COMPANY_COST', 'QUOTA_OPERATIONS', 'QUOTA_COMPANY_OPERATIONS'].map((name) => [
    name,
    '1000000000',
  ]),
);
let program;

serve(
  {
    start: async ({ apiUrl, quiet: silent = false }) => {
      quiet = silent;
      const environment = readEnvironment({
        DATABASE_URL: apiUrl,
        GUANJIA_SECRET: 'a-secret-for-benches-of-at-least-32-characters',
        NODE_ENV: 'production',
        PORT: '0',
        ...WITHOUT_QUOTA,
      });
      program = await startProgram(environment, openLog(environment.logLevel, lines));
      return { port: Number(new URL(program.address).port) };
    },
    /** A day's token: a run lasts longer than a session's. */
    token: async ({ companyId, accountId }) => {
      const bearer = { companyId, accountId, familyId: null };
      const { token } = await issueAccessToken(program.house.keys, bearer, 86_400);
      return token;
    },
    record: () => recorder.start(),
    recorded: () => recorder.stop(),
    cpu: () => process.cpuUsage(),
    memory: memoryOf,
    /** What the process holds right now, in bytes. */
    resident: () => process.memoryUsage(),
  },
  () => program?.stop(),
);
