import { Migration } from '@mikro-orm/migrations';

/**
 * Why: tickets are counted by what they are about, and their numbers are written as each company writes them. A tree of
 * categories a company, which existing companies receive as new ones do; formats of numbers by estate and day; and every
 * ticket knows the series that its number came from and its count there, so that a gap can be found and explained.
 */
export class Migration20261125140000_categories_and_numbers extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS, ...FILL]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('alter table ticket drop column category_id, drop column number_series, drop column number_serial');
    this.addSql('drop table if exists "number_format_version"');
    this.addSql('drop table if exists "ticket_category"');
  }
}

const TABLES = [
  `create table "number_format_version" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "subject" text not null, "format" text null, "from_day" date not null, "created_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "number_format_version" add constraint "number_format_version_company_scope_key" unique nulls not distinct ("company_id", "estate_id", "subject", "from_day")`,
  `alter table "number_format_version" add constraint "number_format_version_subject_check" check ("subject" in ('REPAIR', 'COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'))`,
  `create table "ticket_category" ("company_id" uuid not null, "id" uuid not null, "parent_id" uuid null, "code" text not null, "name" text not null, "name_zh" text not null, "kinds" text[] not null, "standard_code" text not null, "active_from" date not null, "active_until" date null, "created_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "ticket_category_company_parent_idx" on "ticket_category" ("company_id", "parent_id")`,
  `alter table "ticket_category" add constraint "ticket_category_company_code_key" unique ("company_id", "code")`,
  `alter table "ticket_category" add constraint "ticket_category_kinds_known" check (cardinality(kinds) > 0 and kinds <@ array['REPAIR', 'COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'])`,
  `alter table "ticket_category" add constraint "ticket_category_standard_code_check" check ("standard_code" in ('WATER_SUPPLY', 'DRAINAGE', 'ELECTRICITY', 'LIGHTING', 'GAS', 'HEATING_COOLING', 'STRUCTURE', 'WATERPROOFING', 'DOORS_WINDOWS', 'LIFT', 'FIRE_SAFETY', 'ACCESS_INTERCOM', 'COMMON_EQUIPMENT', 'ROADS_GROUNDS', 'RENOVATION', 'CLEANING', 'LANDSCAPING', 'PESTS', 'SECURITY_ORDER', 'PARKING', 'NEIGHBOURS', 'CHARGES', 'SERVICE_QUALITY', 'STAFF_CONDUCT', 'BUILDING_QUALITY', 'FORMALITIES', 'HOUSEHOLD_SERVICE', 'COMMUNITY', 'SAFETY_OF_PERSONS', 'OTHER'))`,
  `alter table "ticket" add column "number_series" text null, add column "number_serial" int null, add column "category_id" uuid null`,
  `create index "ticket_company_category_idx" on "ticket" ("company_id", "category_id", "estate_id", "reported_at", "id")`,
];

const FOREIGN_KEYS = [
  `alter table ticket_category add constraint ticket_category_company_fkey foreign key (company_id) references company (id)`,
  `alter table ticket_category add constraint ticket_category_parent_fkey foreign key (company_id, parent_id) references ticket_category (company_id, id)`,
  `alter table number_format_version add constraint number_format_version_company_fkey foreign key (company_id) references company (id)`,
  `alter table number_format_version add constraint number_format_version_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table ticket add constraint ticket_category_fkey foreign key (company_id, category_id) references ticket_category (company_id, id)`,
];

const FENCE = [
  `alter table "number_format_version" enable row level security`,
  `alter table "number_format_version" force row level security`,
  `create policy "number_format_version_api" on "number_format_version" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "number_format_version_read" on "number_format_version" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and (estate_id is null or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))))`,
  `create policy "number_format_version_owner" on "number_format_version" to "guanjia_owner" using (true) with check (true)`,
  `alter table "ticket_category" enable row level security`,
  `alter table "ticket_category" force row level security`,
  `create policy "ticket_category_api" on "ticket_category" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on'))`,
  `create policy "ticket_category_read" on "ticket_category" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and true)))`,
  `create policy "ticket_category_owner" on "ticket_category" to "guanjia_owner" using (true) with check (true)`,
];

/** Categories are retired and formats superseded; neither is deleted. */
const GRANTS = [
  `grant select, insert, update on ticket_category to guanjia_api`,
  `grant select, insert on number_format_version to guanjia_api`,
];

const FILL = [
  `update ticket set number_series = kind || '-20' || substring(number from '-R(\\d\\d)-\\d+$'), number_serial = substring(number from '-R\\d\\d-(\\d+)$')::int
    where kind = 'REPAIR' and number ~ '-R\\d\\d-\\d{1,9}$'`,
  `with tree (code, parent, name, name_zh, kinds, standard) as (values
    ('R', null, 'Repairs', '报修', '{REPAIR}', 'OTHER'),
    ('R01', 'R', 'Water and drainage', '给排水', '{REPAIR}', 'WATER_SUPPLY'),
    ('R0101', 'R01', 'Water supply', '给水', '{REPAIR}', 'WATER_SUPPLY'),
    ('R0102', 'R01', 'Drains', '排水', '{REPAIR}', 'DRAINAGE'),
    ('R0103', 'R01', 'Sanitary fittings', '洁具', '{REPAIR}', 'WATER_SUPPLY'),
    ('R02', 'R', 'Electricity', '电气', '{REPAIR}', 'ELECTRICITY'),
    ('R0201', 'R02', 'Power in the unit', '户内供电', '{REPAIR}', 'ELECTRICITY'),
    ('R0202', 'R02', 'Lighting of common parts', '公共照明', '{REPAIR}', 'LIGHTING'),
    ('R03', 'R', 'Structure', '房屋主体', '{REPAIR}', 'STRUCTURE'),
    ('R0301', 'R03', 'Walls, ceilings and floors', '墙面、天花、地面', '{REPAIR}', 'STRUCTURE'),
    ('R0302', 'R03', 'Seepage', '渗漏水', '{REPAIR}', 'WATERPROOFING'),
    ('R04', 'R', 'Lifts', '电梯', '{REPAIR}', 'LIFT'),
    ('R05', 'R', 'Doors and windows', '门窗', '{REPAIR}', 'DOORS_WINDOWS'),
    ('R06', 'R', 'Access and intercom', '门禁对讲', '{REPAIR}', 'ACCESS_INTERCOM'),
    ('R07', 'R', 'Heating and cooling', '暖通空调', '{REPAIR}', 'HEATING_COOLING'),
    ('R08', 'R', 'Gas', '燃气', '{REPAIR}', 'GAS'),
    ('R09', 'R', 'Fire safety', '消防设施', '{REPAIR}', 'FIRE_SAFETY'),
    ('R10', 'R', 'Roads and grounds', '道路场地', '{REPAIR}', 'ROADS_GROUNDS'),
    ('R99', 'R', 'Other repairs', '其他报修', '{REPAIR}', 'OTHER'),
    ('C', null, 'Complaints', '投诉', '{COMPLAINT,SUGGESTION}', 'OTHER'),
    ('C01', 'C', 'Renovation noise or smell', '装修噪音、异味', '{COMPLAINT,SUGGESTION}', 'RENOVATION'),
    ('C02', 'C', 'Common equipment and facilities', '公共设施设备故障', '{COMPLAINT,SUGGESTION}', 'COMMON_EQUIPMENT'),
    ('C03', 'C', 'Cleanliness of common areas', '公共区域卫生', '{COMPLAINT,SUGGESTION}', 'CLEANING'),
    ('C04', 'C', 'Landscaping', '绿化', '{COMPLAINT,SUGGESTION}', 'LANDSCAPING'),
    ('C05', 'C', 'Rodents and pests', '鼠虫害', '{COMPLAINT,SUGGESTION}', 'PESTS'),
    ('C06', 'C', 'Services of the company', '物业服务', '{COMPLAINT,SUGGESTION}', 'SERVICE_QUALITY'),
    ('C07', 'C', 'Conduct of staff', '服务态度', '{COMPLAINT,SUGGESTION}', 'STAFF_CONDUCT'),
    ('C08', 'C', 'Security and order', '安保秩序', '{COMPLAINT,SUGGESTION}', 'SECURITY_ORDER'),
    ('C09', 'C', 'Parking', '停车', '{COMPLAINT,SUGGESTION}', 'PARKING'),
    ('C10', 'C', 'Charges', '收费', '{COMPLAINT,SUGGESTION}', 'CHARGES'),
    ('C11', 'C', 'Neighbours', '邻里', '{COMPLAINT,SUGGESTION}', 'NEIGHBOURS'),
    ('C12', 'C', 'Building quality', '房屋质量', '{COMPLAINT,SUGGESTION}', 'BUILDING_QUALITY'),
    ('C99', 'C', 'Other complaints', '其他投诉', '{COMPLAINT,SUGGESTION}', 'OTHER'),
    ('S', null, 'Enquiries and services', '咨询与服务', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'OTHER'),
    ('S01', 'S', 'Formalities', '手续办理', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'FORMALITIES'),
    ('S02', 'S', 'Questions about charges', '收费咨询', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'CHARGES'),
    ('S03', 'S', 'Household services', '有偿便民服务', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'HOUSEHOLD_SERVICE'),
    ('S04', 'S', 'Renovation', '装修咨询', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'RENOVATION'),
    ('S05', 'S', 'Parking', '停车咨询', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'PARKING'),
    ('S06', 'S', 'Community activities', '社区活动', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'COMMUNITY'),
    ('S07', 'S', 'Help wanted', '求助', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'SAFETY_OF_PERSONS'),
    ('S99', 'S', 'Other matters', '其他', '{ENQUIRY,SERVICE_REQUEST,HELP_CALL}', 'OTHER')
  ), fresh as (
    select company.id as company_id, uuidv7() as id, tree.* from company cross join tree
  )
  insert into ticket_category (company_id, id, parent_id, code, name, name_zh, kinds, standard_code, active_from, created_at, version)
  select f.company_id, f.id, above.id, f.code, f.name, f.name_zh, f.kinds::text[], f.standard, date '2000-01-01', now(), 1
    from fresh f left join fresh above on above.company_id = f.company_id and above.code = f.parent`,
];
