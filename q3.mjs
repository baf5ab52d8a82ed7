import pg from 'pg'; import fs from 'node:fs';
const w=JSON.parse(fs.readFileSync('/tmp/benchplans/m/bench-world.json'));
const c = new pg.Client({connectionString: fs.readFileSync('/tmp/hold.url','utf8')}); await c.connect();
await c.query('begin; set local role guanjia_api; set local statement_timeout=60000');
for (const [k,v] of Object.entries({company:w.companyId,audience:'staff',all_estates:'on',subject:w.staffId})) await c.query('select set_config($1,$2,true)',['app.'+k,v]);
const q=fs.readFileSync(0,'utf8').replaceAll(':company',`'${w.companyId}'::uuid`).replaceAll(':estate',`'${w.estateId}'::uuid`);
const opt=process.argv[2]??'analyze, buffers';
for (const s of q.split(';').filter(x=>x.trim())) { try{ const r=await c.query(s.trim().startsWith('!')?s.trim().slice(1):`explain (${opt}) ${s}`); for (const row of r.rows) console.log(Object.values(row).join(' | ')); } catch(e){console.log(e.message); await c.query('rollback');break} }
await c.end();
