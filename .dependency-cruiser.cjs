// Who may import what. Everything not named is refused: a list of forbidden imports lets innocent-looking paths through.
const test = '\\.test\\.tsx?$'
const npm = (...names) => `(?:^|/)node_modules/(?:${names.join('|')})/`

/** One room of the house may import only these places. */
function room(name, from, ...to) {
  const core = to.includes('^node:') ? { dependencyTypesNot: ['core'] } : {}
  return { name, severity: 'error', from: { path: from, pathNot: test }, to: { pathNot: to, ...core } }
}

// Each module may call only those before it; modules of one row do not know each other.
const order = [
  ['organisation'],
  ['accounts'],
  ['ledger'],
  ['operations'],
  ['planning', 'training', 'commitments', 'cell-meetings', 'inspection', 'newsroom'],
  ['evaluation'],
  ['appointments'],
  ['personal-data'],
]

const orderRules = order.flatMap((row, level) =>
  row.map((module) => ({
    name: `order-${module}`,
    comment: `${module} may use only: ${order.slice(0, level).flat().join(', ') || 'no other module'}`,
    severity: 'error',
    from: { path: `^modules/${module}/`, pathNot: test },
    to: { path: '^modules/', pathNot: [module, ...order.slice(0, level).flat()].map((known) => `^modules/${known}/`) },
  })),
)

const screenLibraries = npm('react', 'react-dom', '@types/react', '@types/react-dom', '@mantine/[^/]+', '@tabler/[^/]+', '@tanstack/[^/]+')

module.exports = {
  forbidden: [
    room('kernel-imports-nothing', '^kernel/', '^kernel/'),
    room('domain-is-pure', '^modules/([^/]+)/domain/', '^kernel/', '^modules/$1/domain/', npm('jsep', 'yaml')),
    room('contract-is-shared', '^modules/([^/]+)/contract/', '^kernel/', '^modules/$1/(?:domain|contract)/', '^platform/contract/', npm('zod')),
    room(
      'server-uses-front-doors',
      '^modules/([^/]+)/server/',
      '^kernel/',
      '^modules/$1/(?:domain|contract|server|sample)/',
      '^modules/[^/]+/server/index\\.ts$',
      '^platform/(?!web/)',
      '^database/',
      'node_modules/',
      '^node:',
    ),
    room(
      'sample-uses-front-doors',
      '^modules/([^/]+)/sample/',
      '^kernel/',
      '^modules/$1/(?:domain|contract|server)/',
      '^modules/[^/]+/sample/',
      '^modules/[^/]+/server/index\\.ts$',
      '^platform/(?!web/)',
      '^database/',
      'node_modules/',
      '^node:',
    ),
    room(
      'web-stays-in-the-browser',
      '^modules/([^/]+)/web/',
      '^kernel/',
      '^modules/$1/(?:domain|contract|web)/',
      '^modules/[^/]+/web/index\\.tsx?$',
      '^ui/',
      '^platform/(?:web|contract)/',
      npm('zod', 'uqr', 'uuid', '@simplewebauthn/browser', '@tiptap/[^/]+', 'tus-js-client'),
      screenLibraries,
    ),
    room('ui-knows-no-office', '^ui/', '^ui/', '^kernel/', screenLibraries),
    room('platform-knows-no-module', '^platform/', '^kernel/', '^platform/', '^database/', '^bin/', 'node_modules/', '^node:'),
    room('platform-contract-is-shared', '^platform/contract/', '^kernel/', '^platform/contract/', npm('zod')),
    room('platform-web-stays-in-the-browser', '^platform/web/', '^kernel/', '^platform/(?:web|contract)/', npm('zod', 'uuid', 'idb'), screenLibraries),
    room('database-imports-nothing', '^database/', '^database/', npm('kysely')),
    {
      name: 'apps-use-front-doors',
      severity: 'error',
      from: { path: '^apps/', pathNot: test },
      to: {
        path: '^modules/',
        pathNot: [
          '^modules/[^/]+/(?:server|web)/index\\.tsx?$',
          // The rulebook tools have their own door: the command line must not load the database and the server.
          '^modules/evaluation/server/rulebook/index\\.ts$',
          // So have the spoken form, old records and exchange, which are pure.
          '^modules/newsroom/domain/(?:speech|record|exchange)/index\\.ts$',
          // And the checking of an evidence pack, which loads neither database nor server.
          '^modules/newsroom/server/evidence/index\\.ts$',
          '^modules/[^/]+/(?:contract|sample)/',
          '^modules/[^/]+/domain/refusals\\.ts$',
        ],
      },
    },
    {
      name: 'server-program-shows-nothing',
      severity: 'error',
      from: { path: '^apps/(?:server|cli)/', pathNot: test },
      to: { path: ['^ui/', '^apps/web/', '^modules/[^/]+/web/', '^platform/web/'] },
    },
    ...orderRules,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(?:apps|bin|database|kernel|modules|platform|ui)/', pathNot: test },
      to: { path: ['^tests/', '^tools/', '^bench/', test] },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(?:apps|bin|database|kernel|modules|platform|ui)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
    },
  },
}
