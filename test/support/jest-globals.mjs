/** What `@jest/globals` offers to the test file that runs; loaded anew for each. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } =
  globalThis.guanjiaTestGlobals;
