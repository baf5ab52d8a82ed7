import { CLOCKS } from '../service-clock/clock-definitions.js';
import type { MatrixRow } from './matrix-row.js';

/** Who is told that the limit of a service clock has passed: the posts that its definition names. @rule R-RPR-09 */
export const clockMatrix: readonly MatrixRow[] = CLOCKS.flatMap(({ milestone, rule, tells }) =>
  tells === null
    ? []
    : [
        {
          on: ['clock.BREACHED'],
          when: ({ facts }) => facts['milestone'] === milestone && facts['rule'] === rule,
          kind: tells.kind,
          whom: tells.posts.map((post) => ({ post })),
          rules: [rule],
        } satisfies MatrixRow,
      ],
);
