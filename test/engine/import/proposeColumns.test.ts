import { describe, expect, test } from 'vitest';
import { fileWith, inspect } from './importing.ts';

async function finding(cells: string[], header = 'value') {
  const quoted = cells.map((cell, index) => `${index}x;"${cell}"`).join('\n');
  const { columns, plan } = await inspect(fileWith(`key;${header}\n${quoted}\n`));
  return { ...columns[1]!, plan: plan.columns[1]! };
}

describe('the type proposed for a column', () => {
  test.each<[string, string[], object]>([
    ['numbers', ['1', '2.5', '-3e2', ''], { type: 'number', filled: 3 }],
    ['leading zeros', ['01', '02', '13'], { type: 'text', because: expect.stringContaining('zeros') }],
    ['twenty digits', ['12345678901234567890', '1'], { type: 'text', because: expect.stringContaining('15 digits') }],
    ['decimal comma', ['1.234,50', '2,5'], { type: 'number', plan: expect.objectContaining({ decimal: ',' }) }],
    ['thousands that could be decimals', ['1,234', '5,678'], { type: 'number', because: expect.stringContaining('1.234') }],
    ['money', ['$1,200.50', '$3'], { type: 'money', plan: expect.objectContaining({ currency: '$' }) }],
    ['several currencies', ['$1', '2 €', '3 €'], { type: 'text', because: expect.stringContaining('several currencies') }],
    ['percent', ['45%', '5.5 %'], { type: 'percent' }],
    [
      'iso dates',
      ['2024-01-05', '2024-12-31'],
      { type: 'date', ambiguousDates: null, plan: expect.objectContaining({ dateOrder: 'year-month-day' }) },
    ],
    [
      'days first by one date',
      ['05/01/2024', '13/01/2024'],
      { type: 'date', ambiguousDates: null, plan: expect.objectContaining({ dateOrder: 'day-month-year' }) },
    ],
    [
      'months first by one date',
      ['05/01/2024', '01/13/2024'],
      { type: 'date', plan: expect.objectContaining({ dateOrder: 'month-day-year' }) },
    ],
    ['dates both ways round', ['05/01/2024', '06/02/2024'], { type: 'date', ambiguousDates: ['day-month-year', 'month-day-year'] }],
    ['named months', ['5 Jan 2024', '6 Feb 2024'], { type: 'date', ambiguousDates: null }],
    ['times', ['2024-01-05 10:30:00', '2024-01-06 00:00:00'], { type: 'timestamp' }],
    ['midnights are days', ['1/5/2024 0:00', '1/25/2024 0:00'], { type: 'date' }],
    [
      'one day that does not exist',
      ['2024-02-29', '2023-02-29', '2024-03-01'],
      { type: 'date', unconvertible: 1, because: expect.stringContaining('"2023-02-29" is no day that exists') },
    ],
    ['dates and one word', ['2024-02-29', 'soon', '2024-03-01'], { type: 'text' }],
    ['yes and no', ['Yes', 'no', 'YES'], { type: 'boolean' }],
    ['zero and one', ['0', '1'], { type: 'number' }],
    ['underscores', ['1_000', '2_000'], { type: 'text' }],
    ['words', ['North', 'South'], { type: 'text' }],
    ['nothing', ['', ' ', 'N/A'], { type: 'text', filled: 0 }],
  ])('%s', async (_, cells, wanted) => expect(await finding(cells)).toMatchObject(wanted));

  test('eight digits are dates only under such a name', async () => {
    expect((await finding(['20240105', '20241231'], 'signup_date')).type).toBe('date');
    expect((await finding(['20240105', '20241231'], 'amount')).type).toBe('number');
  });

  test('a few bad cells are counted and one is shown', async () => {
    const found = await finding([...Array.from({ length: 60 }, (_, index) => String(index)), 'oops', 'n/a']);
    expect(found).toMatchObject({ type: 'number', filled: 61, unconvertible: 1, unconvertibleExample: 'oops' });
  });

  test('what the analyst set is kept, and counted anew', async () => {
    const path = fileWith('id,when\n1,05/01/2024\n2,13/01/2024\n');
    const { plan } = await inspect(path);
    const when = { ...plan.columns[1]!, dateOrder: 'month-day-year' as const };
    const second = await inspect(path, { columns: [plan.columns[0]!, when] });
    expect(second.columns[1]).toMatchObject({ because: 'as it was set', unconvertible: 1, unconvertibleExample: '13/01/2024' });
    expect(second.plan.columns[1]!.dateOrder).toBe('month-day-year');
  });
});
