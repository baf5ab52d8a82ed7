/**
 * The import rule of the house: a room imports only rooms to its left.
 * `schema` is a leaf of vocabulary (GraphQL view classes and inputs) that resolvers and loaders name.
 */
const rooms = [
  'domain',
  'entities',
  'tenancy',
  'events',
  'metrics',
  'services',
  'loaders',
  'resolvers',
  'jobs',
  'server',
  'cli',
];
const beside = { services: ['loaders'], loaders: ['services'], resolvers: ['jobs'], jobs: ['resolvers'] };
const rules = rooms.map((room, i) => ({
  name: `${room}-imports-only-its-left`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${[...rooms.slice(i + 1), ...(beside[room] ?? [])].join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...rules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schema-is-a-leaf',
      severity: 'error',
      from: { path: '^src/schema/' },
      to: { path: '^src/(?!schema/|domain/|entities/)' },
    },
    {
      name: 'schema-knows-rows-as-types',
      severity: 'error',
      from: { path: '^src/schema/' },
      to: { path: '^src/entities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-doors-name-the-face',
      severity: 'error',
      from: { path: '^src/(domain|entities|tenancy|events|metrics|services|loaders|jobs)/' },
      to: { path: '^src/schema/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/(chinese-days|decimal\\.js|temporal-polyfill)' },
    },
    {
      name: 'only-the-rhythm-acts-for-the-house',
      severity: 'error',
      from: { path: '^src/(?!jobs/)' },
      to: { path: '^src/jobs/system-principal\\.ts$' },
    },
    { name: 'nothing-imports-main', severity: 'error', from: { path: '^src/' }, to: { path: '^src/main\\.ts$' } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'migrations-stand-alone', severity: 'error', from: { path: '^migrations/' }, to: { path: '^src/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
    doNotFollow: { path: 'node_modules' },
  },
};
