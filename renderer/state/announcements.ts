import { create } from 'zustand';

/** The sentence a screen reader hears next, politely. */
export const useAnnouncement = create<{ sentence: string }>()(() => ({ sentence: '' }));

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Says a sentence to assistive technology after a pause, so that a drag is announced once, at its end. */
export function announce(sentence: string, pauseMilliseconds = 600): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => useAnnouncement.setState({ sentence }), pauseMilliseconds);
}
