import type sharp from 'sharp';

let loading: Promise<typeof sharp> | null = null;

/** The library that reads and makes pictures, loaded with the first one: a node that sees none saves its memory. */
export const pictureTools = (): Promise<typeof sharp> => (loading ??= load());

async function load(): Promise<typeof sharp> {
  const { default: tools } = await import('sharp');
  // Pictures come one by one from everywhere: what libvips would remember of them is of no use again.
  tools.cache(false);
  tools.concurrency(1);
  return tools;
}
