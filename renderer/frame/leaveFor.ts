import { useNotices } from '../state/noticeStore.ts';
import { useView, type ViewName } from '../state/viewStore.ts';

/** Goes to a screen because the analyst asked for it; information about the one before is taken away, failures stay. */
export function leaveFor(view: ViewName): void {
  useNotices.getState().dismissInformation();
  useView.getState().goTo(view);
}
