/** What the product knows of a media type: the ending of its name, and whether a browser may show it in place. */
interface MediaType {
  readonly ending: string;
  readonly inline: boolean;
}

const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  'image/jpeg': { ending: 'jpg', inline: true },
  'image/png': { ending: 'png', inline: true },
  'image/webp': { ending: 'webp', inline: true },
  'application/pdf': { ending: 'pdf', inline: false },
  'text/csv': { ending: 'csv', inline: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', inline: false },
  'audio/mpeg': { ending: 'mp3', inline: true },
  'audio/mp4': { ending: 'm4a', inline: true },
  'audio/wav': { ending: 'wav', inline: true },
  'audio/ogg': { ending: 'ogg', inline: true },
  'audio/webm': { ending: 'webm', inline: true },
  'audio/amr': { ending: 'amr', inline: true },
};

/** Names that the same bytes go by: a phone's recording is a container that may hold pictures too. */
const ALIASES: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/webm': 'audio/webm',
};

/**
 * The type that bytes are served under, of those allowed; null when none of them.
 * @param sniffed what the first bytes show
 */
export function allowedType(sniffed: string | null, allowed: readonly string[]): string | null {
  const bare = sniffed?.split(';')[0]?.trim() ?? '';
  return [bare, ALIASES[bare] ?? ''].find((type) => type in MEDIA_TYPES && allowed.includes(type)) ?? null;
}

/** Whether it is a picture that has a smaller copy. */
export const isImage = (mediaType: string): boolean => mediaType.startsWith('image/');

/** Whether a browser may show it in place; all else is saved. */
export const isShownInPlace = (mediaType: string): boolean => MEDIA_TYPES[mediaType]?.inline ?? false;

/** The name under which a browser saves it: what the uploader called it, with the ending of what it is. */
export function savedName(name: string, mediaType: string): string {
  const ending = MEDIA_TYPES[mediaType]?.ending ?? 'bin';
  const bare = name.toLowerCase().endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : name;
  return `${bare === '' ? 'file' : bare}.${ending}`;
}
