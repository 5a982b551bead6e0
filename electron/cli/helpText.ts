import { z } from 'zod';
import type { Call } from '../../shared/contract/call.ts';
import { contract } from '../../shared/contract/contract.ts';
import type { Verb } from './Verb.ts';

const common = `  --json          answers as JSON
  --wait SECONDS  waits that long for a study that is in use
  --help          says what a verb or a call takes

Exit codes: 0 done, 1 it failed (the reason is on stderr), 2 the command was not understood.
Progress is shown on stderr. Ctrl+C cancels cleanly. Nothing is sent anywhere.`;

/** Everything there is, from the verbs' table and the contract. */
export function overallHelp(verbs: Record<string, Verb>): string {
  return `Plumbline: calibrate a customer-health score against what happened, on this machine only.

Usage: plumbline VERB ...   or   plumbline call NAME ['{...}'] [--study STUDY]

Verbs:
${aligned(Object.entries(verbs).map(([name, verb]) => [`${name} ${verb.takes.join(' ')}`, verb.says]))}

Calls:
${aligned(Object.entries(contract).map(([name, row]) => [name, row.says]))}

${common}`;
}

/** One verb, with its options. */
export function verbHelp(name: string, { says, takes, options }: Verb): string {
  const rows = Object.entries(options).map(([option, { says: meaning, value, required }]): [string, string] => [
    `--${option}${value ? ` ${value}` : ''}`,
    required ? `${meaning} (must be given)` : meaning,
  ]);
  return `Usage: plumbline ${[name, ...takes].join(' ')}${rows.length > 0 ? ' [options]' : ''}\n${says}\n\n${aligned(rows)}\n${common}`;
}

/** One call: what it says, the JSON Schema of its input and an example. */
export function callHelp(name: string, row: Call): string {
  return `Usage: plumbline call ${name} INPUT [--study STUDY]
${row.says}

Input:
${JSON.stringify(z.toJSONSchema(row.input, { io: 'input' }), null, 2)}

Example:
  plumbline call ${name} '${JSON.stringify(row.example)}'

${common}`;
}

function aligned(rows: [string, string][]): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
