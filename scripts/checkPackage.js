import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What every package must hold outside its archive: an install for another system can succeed without it. */
const needed = [/(^|\/)duckdb\.node$/, /(^|\/)(lib)?duckdb\.(so|dylib|dll)$/];

/** @returns the names of what is missing among the files of a package, as text */
export function missingFrom(files) {
  const unpacked = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.includes('app.asar.unpacked/'));
  return needed.filter((pattern) => !unpacked.some((file) => pattern.test(file))).map(String);
}

/** Run by electron-builder on each package before it is closed. @throws when DuckDB's binding is not whole */
export default async function checkPackage({ appOutDir }) {
  const files = readdirSync(appOutDir, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));
  const missing = missingFrom(files);
  if (missing.length > 0) throw new Error(`The package in ${appOutDir} has no DuckDB: nothing matches ${missing.join(' or ')}.`);
}
