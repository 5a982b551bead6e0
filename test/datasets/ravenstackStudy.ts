import { join } from 'node:path';
import { newEngine } from '../engine/calls/newEngine.ts';
import { importInto } from './importInto.ts';
import { ravenstackDocument } from './ravenstackDocument.ts';
import { shelf } from './shelf.ts';

export const ravenstackFile = (name: string) => join(shelf, 'ravenstack', `ravenstack_${name}.csv`);

/** An engine with RavenStack's five files imported and defined. */
export async function ravenstackStudy(document = ravenstackDocument) {
  const { invoke } = newEngine();
  await invoke('create-study', { name: 'RavenStack' });
  for (const [name, as] of [
    ['accounts', 'accounts'],
    ['subscriptions', 'subscriptions'],
    ['feature_usage', 'usage'],
    ['support_tickets', 'tickets'],
    ['churn_events', 'churn'],
  ] as const)
    await importInto(invoke, ravenstackFile(name), as);
  await invoke('define-study', { document });
  return invoke;
}
