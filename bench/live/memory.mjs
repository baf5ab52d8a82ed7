/** Memory that this process holds once what is unused was given back, in bytes; needs `--expose-gc`. */
export async function memoryOf() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, rss };
}
