import pg from 'pg';

/** A table and what of it is copied: what the database computes itself is not. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Kept by the migrator itself: a restored database has its own. */
const MIGRATIONS_TABLE = 'mikro_orm_migrations';

/** The tables of the product, by name; columns by name too, whatever order they were added in. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname::text as name,
            array_agg(a.attname::text order by a.attname) filter (where a.attgenerated = '') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> $1
      group by c.relname order by c.relname`,
    [MIGRATIONS_TABLE],
  );
  return rows;
}

/** `"ticket" ("id", …)`, as COPY names them. */
export const copied = ({ name, columns }: TableShape): string =>
  `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
