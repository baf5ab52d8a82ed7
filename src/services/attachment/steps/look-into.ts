import { fileTypeFromBuffer } from 'file-type';
import { KIND_RULES, type AttachmentKind } from '../../../domain/attachment/attachment-kind.js';
import { allowedType, isImage } from '../../../domain/attachment/media-type.js';
import { invalidInput } from '../../../domain/errors.js';
import { pictureTools } from './picture-tools.js';

/** What a file is, by its bytes. */
export interface Looked {
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Most pixels of a picture: more than any telephone takes, and 200 MB in memory. */
export const MOST_PIXELS = 50_000_000;

/**
 * What a file is, whatever its name and headers say. A picture is decoded whole, so that something that only begins
 * like one is none.
 * @throws INVALID_INPUT type when it is not one that the kind allows, or a picture that cannot be decoded or has too many pixels
 */
export async function lookInto(path: string, head: Buffer, kind: AttachmentKind): Promise<Looked> {
  const sniffed = await fileTypeFromBuffer(head).catch(() => undefined);
  const { mediaTypes } = KIND_RULES[kind];
  const mediaType = allowedType(sniffed?.mime ?? null, mediaTypes);
  if (mediaType === null)
    throw invalidInput('type', `the bytes are no ${mediaTypes.join(', ')}`, {
      found: sniffed?.mime ?? null,
      allowed: mediaTypes,
    });
  if (!isImage(mediaType)) return { mediaType, width: null, height: null };
  const sharp = await pictureTools();
  try {
    const picture = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
    const { width, height, orientation = 1 } = await picture.metadata();
    await picture.resize(16, 16, { fit: 'fill' }).timeout({ seconds: 20 }).raw().toBuffer();
    const lying = orientation >= 5;
    return { mediaType, width: lying ? height : width, height: lying ? width : height };
  } catch {
    throw invalidInput('type', 'the picture cannot be decoded, or has too many pixels', {
      found: mediaType,
      mostPixels: MOST_PIXELS,
    });
  }
}
