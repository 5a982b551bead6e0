import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';

/** A program that saves a large study again and again until it is killed. */
const store = await StudyStore.open(process.argv[2]!);
for (let count = 0; ; count++) {
  await store.update((study) => ({ ...study, name: `Save ${count} ${'x'.repeat(50_000)}` }));
  if (count === 0) process.send?.('saving');
}
