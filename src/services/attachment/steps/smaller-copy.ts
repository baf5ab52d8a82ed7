import { MOST_PIXELS } from './look-into.js';
import { pictureTools } from './picture-tools.js';

/** Longest side of the smaller copy, in pixels. */
const SIDE = 640;

/** The media type of smaller copies. */
export const COPY_TYPE = 'image/webp';

/** The smaller copy of a picture: upright, and without anything of the original's EXIF, place included. */
export async function smallerCopy(picture: Buffer): Promise<Buffer> {
  const sharp = await pictureTools();
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 60 })
    .webp({ quality: 75 })
    .toBuffer();
}
