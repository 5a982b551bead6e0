import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { createEngine } from '../../electron/engine/createEngine.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import type { definitionDocument } from '../../shared/model/study.ts';
import { importInto } from './importInto.ts';
import { shelf } from './shelf.ts';

const column = (id: string, name: string, extra: object = {}) => ({
  id,
  name,
  value: { kind: 'column' as const, source: 'customers', column: name },
  ...extra,
});

/** One snapshot: four metrics, churn as a flag, and a model whose scores can be worked out by hand. */
const document: z.input<typeof definitionDocument> = {
  account: { source: 'customers', key: 'customerID', attributes: ['Contract'] },
  metrics: [
    column('tenure', 'tenure', { unit: 'months' }),
    column('contract', 'Contract', { valueType: 'category' }),
    column('monthly_charges', 'MonthlyCharges', { direction: 'lower' }),
    column('total_charges', 'TotalCharges'),
  ],
  outcomes: [{ id: 'churned', name: 'Churned', happens: { kind: 'flag', source: 'customers', where: 'Churn' }, horizonDays: 30 }],
  models: [
    {
      id: 'telco',
      name: 'Telco',
      bands: [
        { id: 'red', name: 'Red', colour: '#D55E00', shape: 'square' },
        { id: 'yellow', name: 'Yellow', colour: '#E69F00', shape: 'diamond' },
        { id: 'green', name: 'Green', colour: '#009E73', shape: 'circle' },
      ],
      cuts: [40, 70],
      dimensions: [
        {
          kind: 'group',
          id: 'loyalty',
          name: 'Loyalty',
          weight: 60,
          children: [
            {
              kind: 'metric',
              id: 'tenure_points',
              metric: 'tenure',
              weight: 1,
              curve: { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 72, points: 100 } },
            },
            {
              kind: 'metric',
              id: 'contract_points',
              metric: 'contract',
              weight: 1,
              curve: { kind: 'categories', points: { 'Month-to-month': 20, 'One year': 70, 'Two year': 100 } },
            },
          ],
        },
        {
          kind: 'group',
          id: 'money',
          name: 'Money',
          weight: 40,
          children: [
            {
              kind: 'metric',
              id: 'monthly_points',
              metric: 'monthly_charges',
              weight: 3,
              curve: { kind: 'ramp', from: { value: 20, points: 100 }, to: { value: 120, points: 0 } },
            },
            {
              kind: 'metric',
              id: 'total_points',
              metric: 'total_charges',
              weight: 1,
              curve: { kind: 'steps', cuts: [1000, 4000], points: [30, 70, 100] },
            },
          ],
        },
      ],
    },
  ],
  currentModel: 'telco',
};

/** An engine of its own with the study open; `close` removes everything. */
export async function openTelco(): Promise<{ invoke: Invoke; folder: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-telco-'));
  const engine = createEngine({ userDirectory: folder, resourcesDirectory: 'resources', threads: 2 });
  await engine.invoke('create-study', { name: 'Telco' });
  await importInto(engine.invoke, join(shelf, 'telco_ibm', 'telco_customer_churn.csv'), 'customers');
  await engine.invoke('define-study', { document });
  return {
    ...{ invoke: engine.invoke, folder },
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true });
    },
  };
}
