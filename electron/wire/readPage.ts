import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A file of the built window; null for anything that is not inside its folder, links followed. @param path of the address, "/" being index.html */
export async function readPage(folder: string, path: string): Promise<{ bytes: Buffer; type: string } | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(path === '/' ? '/index.html' : path)));
    const type = types[extname(file)];
    if (!type || !file.startsWith(root + sep)) return null;
    return { bytes: await readFile(file), type };
  } catch {
    return null;
  }
}
