import { open } from 'node:fs/promises';

const MOST_BYTES = 64 * 1024 * 1024;

export type FileResult = { ok: true; text: string } | { ok: false; reason: string };

/** A file that the user named, up to a size. */
export const readTextFile = async (path: string, most = MOST_BYTES): Promise<FileResult> => {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > most) return { ok: false, reason: `it is larger than ${Math.round(most / 1024 / 1024)} MB` };
      return { ok: true, text: (await file.readFile('utf8')).replace(/^\uFEFF/, '') };
    } finally {
      await file.close();
    }
  } catch (error) {
    return {
      ok: false,
      reason: (error as { code?: string }).code === 'ENOENT' ? 'it does not exist' : 'it cannot be read',
    };
  }
};
