/**
 * Makes `docs/rules.md`: which rules of the domain the code claims to keep (`@rule ID` in docstrings under src/) and
 * which test titles prove them. Rules of `scripts/rules-without-code.json` are kept by no code, each for a reason; one that
 * the code claims leaves that file when the page is written, and is refused until then.
 *
 *   node scripts/rules.mjs           writes docs/rules.md
 *   node scripts/rules.mjs --check   says whether the written page is the present one; exit code 1 if not
 *   node scripts/rules.mjs --json    prints what was found: {rules: [{id, places, proofs}], page, written, stray, without, missing, both}
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(ROOT, 'docs/rules.md');
const WITHOUT = join(ROOT, 'scripts/rules-without-code.json');

/** Why software has no part in a rule, or another part of it has. */
const REASONS = {
  ETIQUETTE: 'etiquette',
  KNOWLEDGE: 'what people know',
  PREMISES: 'building and equipment',
  ORGANISATION: 'how the company is organised',
  COVERED: 'kept through other rules',
  OTHER_CAPABILITY: 'belongs to a capability that the product does not have yet',
};

/** What the letters stand for, in the order of the page. */
const KINDS = {
  R: 'rules',
  D: 'rulings where rules contradict or are silent',
  P: 'policies that a company sets',
  Q: 'open questions, kept by their default',
  M: 'metrics',
};
/** What a family such as `R-RPR` is about. */
const SUBJECTS = {
  ORG: 'organisation and roles',
  REC: 'reception and contact log',
  DSP: 'single window and dispatch',
  RPR: 'repairs',
  CMP: 'complaints',
  CBK: 'callbacks',
  VIS: 'visits to owners',
  SAT: 'satisfaction surveys',
  NTC: 'notices to customers',
  LTM: 'lead times',
  FEE: 'charges and collection',
  DUN: 'dunning',
  CSH: 'cashier',
  DEP: 'deposits',
  ESC: 'escalation to head office',
  EMG: 'emergencies',
  MET: 'conventions of all metrics',
  RPT: 'reports and analysis',
};
const ID = /\b(?:[RM]-[A-Z]{3}-\d{2,3}|[DPQ]-\d{2,3}[a-z]?)\b/g;
const TAG = /@rule\b[ \t]*([A-Z]+(?:-[A-Z]+)*-\d+[a-z]?(?:[ \t]*,[ \t]*[A-Z]+(?:-[A-Z]+)*-\d+[a-z]?)*)?/g;

/** What the code claims and what the tests prove, by rule id. */
async function findRules() {
  const rules = new Map();
  const stray = [];
  const of = (id) => {
    if (!rules.has(id)) rules.set(id, { id, places: new Set(), proofs: new Set() });
    return rules.get(id);
  };
  for (const file of await filesOf('src', '.ts'))
    for (const { ids, text } of tagsOf(await readFile(join(ROOT, file), 'utf8')))
      if (ids === null) stray.push(`${file}: ${text}`);
      else for (const id of ids) of(id).places.add(file);
  for (const file of await filesOf('test', '.test.ts'))
    for (const title of titlesOf(file, await readFile(join(ROOT, file), 'utf8')))
      for (const id of new Set(title.match(ID) ?? [])) of(id).proofs.add(`${file}\u0000${title}`);
  return {
    rules: [...rules.values()]
      .sort((a, b) => compareIds(a.id, b.id))
      .map(({ id, places, proofs }) => ({
        id,
        places: [...places].sort(),
        proofs: [...proofs].sort().map((proof) => {
          const [file, title] = proof.split('\u0000');
          return { file, title };
        }),
      })),
    stray,
  };
}

/** The `@rule` tags of a source text; `ids` is null where a tag names no rule. */
function tagsOf(text) {
  return [...text.matchAll(TAG)].map((tag) => {
    const ids = (tag[1] ?? '').split(',').map((id) => id.trim());
    return { ids: ids.every((id) => id.match(ID)?.[0] === id) ? ids : null, text: tag[0] };
  });
}

/** The titles of `test`, `it` and `describe`, also of their `.each` and `.skip` forms; placeholders stay as written. */
function titlesOf(file, text) {
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTestCall(node.expression) && node.arguments[0]) {
      const title = node.arguments[0];
      if (ts.isStringLiteralLike(title)) titles.push(title.text);
      else if (ts.isTemplateExpression(title)) titles.push(title.getText().slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return titles;
}

function isTestCall(callee) {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTestCall(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTestCall(callee.tag);
}

async function filesOf(folder, end) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

const familyOf = (id) => id.replace(/-\d+[a-z]?$/, '');
const orderOf = (id) => Object.keys(KINDS).indexOf(id[0]);
const compareIds = (a, b) =>
  orderOf(a) - orderOf(b) || familyOf(a).localeCompare(familyOf(b)) || a.localeCompare(b, 'en', { numeric: true });

/** The page: one section a family, one line a rule. */
function pageOf(rules, without) {
  const lines = [
    '# Rules',
    '',
    'Generated by `npm run rules` from the `@rule` tags in `src/` and the titles of the tests; do not edit.',
    'One line a rule of the domain that the code claims to keep: where it is kept, and the tests that prove it. Of families of',
    'rules and metrics that the product keeps as a whole, what no code keeps stands with the reason.',
    '',
  ];
  const all = [...rules, ...without].sort((a, b) => compareIds(a.id, b.id));
  const families = Map.groupBy(all, ({ id }) => familyOf(id));
  for (const [family, members] of families) {
    lines.push(`## ${headingOf(family)}`, '');
    for (const { id, places, proofs, why, note } of members) {
      if (why !== undefined) {
        lines.push(`- **${id}** · kept by no code: ${REASONS[why]} · ${note}`);
        continue;
      }
      const kept = places.length > 0 ? places.map(code).join(', ') : 'no place claims it';
      const byFile = [...Map.groupBy(proofs, ({ file }) => file)];
      const proven = proofs.length > 0 ? byFile.map(proofOf).join('; ') : '**no test names it**';
      lines.push(`- **${id}** · kept in ${kept} · proven by ${proven}`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function headingOf(family) {
  const [letter, subject] = family.split('-');
  const about = subject === undefined ? '' : ` of ${SUBJECTS[subject] ?? subject}`;
  return `${family} · ${KINDS[letter]}${about}`;
}

const code = (path) => `\`${path}\``;
const quoted = (title) => `“${title.replace(/[`*_<>|\\]/g, '\\$&')}”`;

/** The tests of one file: the first title, and how many more. */
function proofOf([file, proofs]) {
  const titles = [...new Set(proofs.map(({ title }) => title))];
  const more = titles.length > 1 ? ` and ${titles.length - 1} more` : '';
  return `${quoted(titles[0])}${more} (${code(file)})`;
}

/** Ids of the families that have neither code nor a reason, but for numbers that the domain leaves out. */
const missingIn = ({ families, gaps }, known) =>
  Object.entries(families).flatMap(([family, last]) =>
    Array.from({ length: last }, (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`).filter(
      (id) => !known.has(id) && !gaps.includes(id),
    ),
  );

const { rules, stray } = await findRules();
const listed = JSON.parse(await readFile(WITHOUT, 'utf8'));
const claimed = new Set(rules.filter(({ places }) => places.length > 0).map(({ id }) => id));
const without = listed.rules.filter(({ id }) => !claimed.has(id));
const unlisted = rules.filter(({ id }) => !without.some((each) => each.id === id));
const page = pageOf(unlisted, without);
const both = listed.rules.map(({ id }) => id).filter((id) => claimed.has(id));
const missing = missingIn(listed, new Set([...claimed, ...without.map(({ id }) => id)]));
const written = await readFile(PAGE, 'utf8').catch(() => '');
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ rules, stray, page, written, without, missing, both }));
} else if (process.argv.includes('--check')) {
  if (written !== page) {
    console.error('docs/rules.md is not what the code and the tests say now. Run: npm run rules');
    process.exitCode = 1;
  }
} else {
  await writeFile(PAGE, page);
  if (without.length < listed.rules.length)
    await writeFile(WITHOUT, `${JSON.stringify({ ...listed, rules: without }, null, 2)}\n`);
  console.log(`docs/rules.md: ${rules.length} rules`);
}
