import pg from 'pg'; import fs from 'node:fs';
const c = new pg.Client({connectionString: fs.readFileSync('/tmp/hold.url','utf8')}); await c.connect();
for (const q of process.argv.slice(2)) { try { const r = await c.query(q); for (const row of (Array.isArray(r)?r.at(-1):r).rows) console.log(Object.values(row).length===1?Object.values(row)[0]:JSON.stringify(row)); } catch(e) {console.log(e.message)} }
await c.end();
