import document from '../../../resources/sample/definition.json' with { type: 'json' };
import { type SampleOptions, sampleExportedOn } from '../../../resources/sample/sampleOptions.ts';
import { sampleFileNames } from '../../../resources/sample/sampleRows.ts';
import { type DefinitionDocument, definitionDocument } from '../../../shared/model/study.ts';
import { writeSampleFiles } from './writeSampleFiles.ts';

/** One export of the sample, ready to be imported. */
export interface SampleExport {
  path: string;
  /** Source id. */
  as: string;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

/** Makes the sample's exports in an existing folder; the account source comes first. */
export async function sampleFiles(directory: string, options: Partial<SampleOptions> = {}): Promise<SampleExport[]> {
  const paths = await writeSampleFiles(directory, options);
  return sampleFileNames.map((name) => ({ path: paths[name], as: name, exportedOn: sampleExportedOn }));
}

/** How the sample's sources become observations, and an analyst's first model of them (which is not the truth behind the sample). */
export function sampleDocument(): DefinitionDocument {
  return definitionDocument.parse(document);
}
