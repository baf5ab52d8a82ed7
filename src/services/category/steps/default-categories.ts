import { DEFAULT_TREE, listTree } from '../../../domain/category/default-tree.js';

/** Offered from a day before any report, so that imported history finds its categories too. */
const FROM_THE_BEGINNING = '2000-01-01';

/** The categories that a company begins with, as rows of `ticket_category`, parents first. @param createdAt ISO instant */
export function defaultCategories(companyId: string, createdAt: string, newId: () => string) {
  const ids = new Map<string, string>();
  return listTree(DEFAULT_TREE).map(({ code, parent, name, nameZh, kinds, standard }) => {
    const id = newId();
    ids.set(code, id);
    return {
      company_id: companyId,
      id,
      parent_id: parent === null ? null : (ids.get(parent) ?? null),
      code,
      name,
      name_zh: nameZh,
      kinds,
      standard_code: standard,
      active_from: FROM_THE_BEGINNING,
      created_at: createdAt,
      version: 1,
    };
  });
}
