import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { foldersOf, occurrences, sourceFiles, type SourceFile } from './source-files.js';

/** The rooms of the house; a folder that is none of them would stand outside the import rule. */
const ROOMS = [
  'cli',
  'domain',
  'entities',
  'events',
  'jobs',
  'loaders',
  'metrics',
  'resolvers',
  'schema',
  'server',
  'services',
  'tenancy',
];

const LONGEST = 300;

/** Texts of inputs of which a parser accepts no others than it names. */
const READ_BY_RULES = ['content', 'delimiter', 'month'];

describe('the source keeps to the style of the house', () => {
  let files: SourceFile[];

  beforeAll(async () => {
    files = await sourceFiles('src');
  });

  test('every folder of src is a room', async () => {
    for (const folder of await foldersOf('src')) expect(ROOMS).toContain(folder);
  });

  test('the environment is read in one place', () => {
    const readers = files
      .filter((file) => file.path !== 'src/server/env.ts')
      .flatMap((file) => occurrences(file, readsEnvironment));
    expect(readers).toEqual([]);
    const env = files.filter((file) => file.path === 'src/server/env.ts');
    expect(env.flatMap((file) => occurrences(file, readsEnvironment))).not.toEqual([]);
  });

  test('a text of an input is bounded and has neither half a character nor one of code zero, unless it is read by rules of its own', () => {
    const inputs = files.filter((file) => /^src\/schema\/.*input/.test(file.path));
    const texts = inputs.flatMap(({ text }) => [
      ...text.matchAll(/@Field\(\(\) => \[?String\]?,(?<rules>.*?)\n {2}(?<field>\w+)[!?]:/gs),
    ]);
    const loose = texts.filter(({ groups }) => !/Matches\(|IsIn\(/.test(groups?.['rules'] ?? ''));
    expect(texts.length).toBeGreaterThan(3);
    expect([...new Set(loose.map(({ groups }) => groups?.['field']))].sort()).toEqual(READ_BY_RULES);
  });

  test('the law and the deeds take the time from the clock that they are given', () => {
    const timeless = files.filter((file) => /^src\/(domain|services)\//.test(file.path));
    expect(timeless.length).toBeGreaterThan(10);
    expect(timeless.flatMap((file) => occurrences(file, readsClock))).toEqual([]);
  });

  test.each([
    ['new Date()', true],
    ['Date()', true],
    ['Date.now()', true],
    ['performance.now()', true],
    ['process.hrtime.bigint()', true],
    ['Temporal.Now.instant()', true],
    ['new Date(ms)', false],
    ['Date.parse(text)', false],
    ['ctx.clock.now()', false],
  ])('%s reads a clock: %s', (code, reads) => {
    const syntax = ts.createSourceFile('sample.ts', code, ts.ScriptTarget.Latest, true);
    expect(occurrences({ path: 'sample.ts', text: code, syntax }, readsClock).length > 0).toBe(reads);
  });

  test(`no file is longer than ${LONGEST} lines`, () => {
    const long = files.map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }));
    expect(long.filter((file) => file.lines > LONGEST)).toEqual([]);
  });

  test('no file or folder has a name that says nothing', () => {
    const vague = /(^|[/.-])(utils?|helpers?|manager|impl|misc|common|index)([/.-]|$)/;
    expect(files.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
    const named = files.map((file) => file.path.split('/').at(-1) ?? '');
    expect(named.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/.test(name))).toEqual([]);
  });

  test('exports are named, and no file only passes on what others export', () => {
    expect(files.flatMap((file) => occurrences(file, isDefaultExport))).toEqual([]);
    expect(files.flatMap((file) => occurrences(file, isReexport))).toEqual([]);
  });
});

const readsEnvironment = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) && node.name.text === 'env' && node.expression.getText() === 'process') ||
  (ts.isElementAccessExpression(node) && node.getText().startsWith('process[')) ||
  (ts.isImportSpecifier(node) &&
    node.getText().startsWith('env') &&
    node.parent.parent.parent.getText().includes('process'));

const CLOCKS = /^(Date\.now|performance\.now|process\.hrtime(\.bigint)?|Temporal\.Now\.\w+|Date)$/;

const readsClock = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) ||
  (ts.isCallExpression(node) && CLOCKS.test(node.expression.getText()));

const isDefaultExport = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) || (ts.canHaveModifiers(node) && hasDefault(node));

const hasDefault = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;

const isReexport = (node: ts.Node): boolean => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
