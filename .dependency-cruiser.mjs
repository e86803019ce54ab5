// Who may import whom. See the map in the README.
const SUBGRAPH = '^subgraphs/(?!shared/)([^/]+)/'
const FEATURE = '^admin/(?!app/)([^/]+)/'
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

export default {
  forbidden: [
    forbid(
      'subgraphs-meet-at-the-gateway',
      { path: SUBGRAPH },
      { path: SUBGRAPH, pathNot: '^subgraphs/$1/' },
      'Name the other subgraph’s entity in a stub.',
    ),
    forbid('rooms-do-not-know-the-door', { path: '^subgraphs/' }, { path: '^gateway/' }),
    forbid('shared-knows-no-subgraph', { path: '^subgraphs/shared/' }, { path: SUBGRAPH }),
    forbid(
      'machines-and-rules-are-pure',
      { path: '\\.(machine|actions|rules)\\.ts$' },
      {
        pathNot: [
          '\\.(machine|actions|rules)\\.ts$',
          '/words\\.ts$',
          '^subgraphs/shared/(machine|actor|words|calendar|identifiers|masking|notice|rule)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
      'No ORM, no GraphQL, no clock: pass facts.',
    ),
    forbid('features-do-not-meet', { path: FEATURE }, { path: FEATURE, pathNot: '^admin/$1/' }, 'Share through admin/app.'),
    forbid('admin-knows-only-the-schema', { path: '^admin/' }, { path: '^(subgraphs|gateway|tests)/' }),
    forbid('nothing-imports-tests', { pathNot: '^tests/' }, { path: '^tests/' }),
    forbid(
      'no-circles',
      { pathNot: '\\.(entity|stub)\\.ts$' },
      { circular: true, viaOnly: { pathNot: '\\.(entity|stub)\\.ts$', dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.vue', '.js', '.mjs', '.json'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
  },
}
