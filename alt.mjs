import pg from 'pg'; import fs from 'node:fs';
const c = new pg.Client({connectionString: fs.readFileSync('/tmp/hold.url','utf8')}); await c.connect();
const aud = n => `(select coalesce(current_setting('app.audience', true) = '${n}', false))`;
const company=`company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const inList=(col,n)=>`${col} = any (coalesce((select nullif(current_setting('app.${n}', true), '')::uuid[]), '{}'::uuid[]))`;
const every=`(select coalesce(current_setting('app.audience', true) = 'staff' and current_setting('app.all_estates', true) = 'on', false))`;
const staff=`(${every} or (${aud('staff')} and ${inList('estate_id','estates')}))`;
const res=`(${aud('resident')} and ${inList('occupancy_id','occupancies')})`;
for (const t of ['ticket','service_clock']) {
const w=`${company} and (${staff}${t==='ticket'?` or ${res}`:''})`;
await c.query(`alter policy ${t}_api on ${t} using (${w}) with check (${w})`);
}
await c.end();
