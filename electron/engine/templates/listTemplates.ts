import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { scoringCalls } from '../../../shared/contract/scoringCalls.ts';

const template = scoringCalls['list-templates'].output.shape.templates.element;

/** The order in which they are offered; others follow by file name. */
const offered = ['starter', 'customer_health_framework', 'onboarding', 'adoption', 'renewal', 'expansion', 'supplier_health'];

/** The templates in `<resourcesDirectory>/templates`, one JSON file each. @throws when one of them does not follow the schema */
export async function listTemplates(resourcesDirectory: string): Promise<CallOutput<'list-templates'>> {
  const folder = join(resourcesDirectory, 'templates');
  const rank = (id: string) => (offered.includes(id) ? offered.indexOf(id) : offered.length);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const templates = await Promise.all(files.map(async (name) => template.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))));
  return { templates: templates.sort((one, other) => rank(one.id) - rank(other.id)) };
}
