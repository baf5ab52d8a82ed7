import { createHash } from 'node:crypto';
import { handwriting, photosOfRepair, type Drawing } from '../../domain/demo/drawings.js';
import type { Random } from '../../domain/demo/random.js';
import { pictureTools } from '../attachment/steps/picture-tools.js';
import { smallerCopy } from '../attachment/steps/smaller-copy.js';

/** A picture as files have it. */
export interface DemoPicture extends Pick<Drawing, 'width' | 'height'> {
  readonly mediaType: string;
  readonly body: Buffer;
  readonly copy: Buffer;
  readonly sha256: string;
}

/** The pictures of one repair. */
export interface DemoPage {
  readonly before: DemoPicture;
  readonly after: DemoPicture;
  readonly signature: DemoPicture;
}

/** Draws the pictures of some repairs. */
export function drawAlbum(random: Random, repairs: number): Promise<DemoPage[]> {
  const drawn = Array.from({ length: repairs }, () => ({ ...photosOfRepair(random), signature: handwriting(random) }));
  return Promise.all(
    drawn.map(async ({ before, after, signature }) => ({
      before: await developed(before, 'jpeg'),
      after: await developed(after, 'jpeg'),
      signature: await developed(signature, 'png'),
    })),
  );
}

async function developed({ svg, width, height }: Drawing, format: 'jpeg' | 'png'): Promise<DemoPicture> {
  const sharp = await pictureTools();
  const body = await sharp(Buffer.from(svg)).toFormat(format).toBuffer();
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { width, height, mediaType: `image/${format}`, body, copy: await smallerCopy(body), sha256 };
}
