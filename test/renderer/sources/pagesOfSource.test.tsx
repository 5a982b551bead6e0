// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { HostContext } from '../../../renderer/state/host.ts';
import { useStudy } from '../../../renderer/state/studyStore.ts';
import { RejectsTable } from '../../../renderer/views/sources/source/RejectsTable.tsx';
import { RowsTable } from '../../../renderer/views/sources/source/RowsTable.tsx';
import type { Host } from '../../../renderer/wire/host.ts';
import type { Source } from '../../../shared/model/source.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const source = { id: 'tickets', name: 'Tickets', data: 'data/tickets-1.parquet', plan: { columns: [] } } as unknown as Source;

test.each<[string, ReactNode]>([
  ['list-rows', <RowsTable key="rows" source={source} loaded={3} />],
  ['list-rejects', <RejectsTable key="rejects" source={source} counts={{ rejected: 1, unconverted: 0 }} />],
])('%s is asked again when the definition changes and the counts do not', async (name, part) => {
  const asked: string[] = [];
  const invoke = async (call: string) => {
    asked.push(call);
    return { total: 0, rows: [], rejects: [] };
  };
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => act(async () => root.unmount()));
  await act(async () => root.render(<HostContext value={{ kind: 'browser', invoke } as unknown as Host}>{part}</HostContext>));
  expect(asked).toEqual([name]);
  await act(async () => useStudy.setState(({ dataChanges }) => ({ dataChanges: dataChanges + 1 })));
  expect(asked).toEqual([name, name]);
});
