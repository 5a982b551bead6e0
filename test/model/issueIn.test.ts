import { expect, test } from 'vitest';
import { issueIn } from '../../shared/model/issueIn.ts';
import { definitionDocument } from '../../shared/model/study.ts';

const withCurve = (curve: object) => ({
  models: [
    {
      id: 'health',
      name: 'Health',
      bands: [{ id: 'all', name: 'All', colour: '#000000', shape: 'circle' }],
      cuts: [],
      dimensions: [
        {
          kind: 'group',
          id: 'usage',
          name: 'Usage',
          weight: 1,
          children: [{ kind: 'metric', id: 'logins', metric: 'logins', weight: 1, curve }],
        },
      ],
    },
  ],
});
const curve = 'models.health.dimensions.usage.children.logins.curve';

test.each([
  [withCurve({ kind: 'rmap' }), `${curve}.kind`, 'must be one of steps, ramp'],
  [withCurve({ kind: 'z-score', direction: 'higher' }), `${curve}.reference`, 'is missing; it must be an object'],
  [withCurve({ kind: 'steps', cuts: [2, 1], points: [1, 2, 3] }), curve, 'cut points must rise'],
  [withCurve({ kind: 'steps', cuts: [], points: [100], bonus: 1 }), curve, 'has "bonus", which no such entry has'],
  [{ metrics: [{ id: 'tenure', name: 7, value: { kind: 'tenure' } }] }, 'metrics.tenure.name', 'must be a string'],
  [{ readings: [{ source: 'usage', shape: { kind: 'events' } }] }, 'readings.usage.shape.date', 'is missing'],
  [7, 'the whole', 'must be an object'],
])('what is wrong is named by its place and what belongs there: %#', (document, where, problem) => {
  const parsed = definitionDocument.safeParse(document);
  const issue = issueIn(parsed.error!, document);
  expect(issue.where).toBe(where);
  expect(issue.problem).toContain(problem);
});
