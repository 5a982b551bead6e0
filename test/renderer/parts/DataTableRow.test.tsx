// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import type { Column } from '../../../renderer/parts/DataTable.tsx';
import { DataTableRow } from '../../../renderer/parts/DataTableRow.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const columns: Column<string>[] = [{ id: 'name', header: 'Name', width: 100, cell: (row) => row, text: (row) => row }];

/** A row of a table whose rows can change places, and the rows it told it was clicked for. */
async function rowOnStage() {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const clicked: (string | undefined)[] = [];
  onTestFinished(() => act(async () => root.unmount()));
  const show = (row: string) =>
    act(async () =>
      root.render(
        <DataTableRow
          id="row"
          index={0}
          top={0}
          row={row}
          columns={columns}
          cells={[{ index: 0, start: 0, size: 100, end: 100, lane: 0, key: 0 }]}
          active={false}
          selected={false}
          chosen={false}
          onClick={(pressed) => clicked.push(pressed)}
        />,
      ),
    );
  const send = (event: Event) => act(async () => void container.querySelector('[role=row]')?.dispatchEvent(event));
  return {
    show,
    clicked,
    press: () => send(new PointerEvent('pointerdown', { bubbles: true })),
    letGo: () => send(new MouseEvent('click', { bubbles: true, detail: 1 })),
    clickWithoutPress: () => send(new MouseEvent('click', { bubbles: true, detail: 0 })),
  };
}

test('a click means the row that was pressed, also when rows change places under the button', async () => {
  const stage = await rowOnStage();
  await stage.show('pressed');
  await stage.press();
  await stage.show('moved here meanwhile');
  await stage.letGo();
  expect(stage.clicked).toEqual(['pressed']);
});

test('a click without a press, as of assistive technology, means the row that is there', async () => {
  const stage = await rowOnStage();
  await stage.show('pressed, and let go elsewhere');
  await stage.press();
  await stage.show('there now');
  await stage.clickWithoutPress();
  expect(stage.clicked).toEqual(['there now']);
});
