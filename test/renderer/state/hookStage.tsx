import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { HostContext } from '../../../renderer/state/host.ts';
import type { Host } from '../../../renderer/wire/host.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** A hook on a stage: what it returned last, and how to call it with something else. */
export interface Stage<Props, Result> {
  readonly result: Result;
  show: (props: Props) => Promise<void>;
  leave: () => Promise<void>;
}

/** Runs a hook in a component of its own, with an engine that answers as told, until the test ends. */
export async function stage<Props, Result>(
  hook: (props: Props) => Result,
  invoke: Invoke,
  first: NoInfer<Props>,
): Promise<Stage<Props, Result>> {
  const root = createRoot(document.createElement('div'));
  const host = { kind: 'browser', invoke, collect: () => {} } as unknown as Host;
  let result: Result;
  const Actor = ({ props }: { props: Props }): ReactNode => {
    result = hook(props);
    return null;
  };
  const show = async (props: Props) =>
    act(async () => {
      root.render(
        <HostContext value={host}>
          <Actor props={props} />
        </HostContext>,
      );
    });
  await show(first);
  const leave = async () => act(async () => root.unmount());
  onTestFinished(leave);
  return {
    get result() {
      return result;
    },
    show,
    leave,
  };
}
