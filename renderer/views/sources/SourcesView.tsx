import { DropZone } from './DropZone.tsx';

/** Exports in, and what each column is. */
export function SourcesView() {
  return <DropZone>{null}</DropZone>;
}
