import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * The first thing that is wrong with content, as a place and a sentence's end. Entities in the place are named by their id instead of their
 * position: `models.health.dimensions.usage.children.logins.curve.kind`.
 */
export function issueIn(error: z.ZodError, content: unknown): { where: string; problem: string } {
  const issue = deepest(error.issues[0]!);
  return { where: placeOf(issue.path, content) || 'the whole', problem: problemOf(issue) };
}

/** Of a union, what is wrong with the branch that was meant: the one whose kind fits, else the one with the least wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const wrongKind = (issues: Issue[]) =>
    Number(issues.some(({ path, code }) => path.length === 1 && path[0] === 'kind' && code === 'invalid_value'));
  const [meant] = [...issue.errors].sort((a, b) => wrongKind(a) - wrongKind(b) || a.length - b.length);
  const inner = deepest(meant![0]!);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

function placeOf(path: readonly PropertyKey[], content: unknown): string {
  let at = content;
  return path
    .map((step) => {
      at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
      const { id, source } = (typeof step === 'number' ? (at as { id?: unknown; source?: unknown } | null) : null) ?? {};
      return [id, source].find((name) => typeof name === 'string') ?? String(step);
    })
    .join('.');
}

function problemOf(issue: Issue): string {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return `must be one of ${issue.options.join(', ')}`;
  if (issue.code === 'invalid_type')
    return / received undefined$/.test(issue.message)
      ? `is missing; it must be ${article(issue.expected)}`
      : `must be ${article(issue.expected)}`;
  if (issue.code === 'unrecognized_keys') return `has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which no such entry has`;
  return issue.message;
}

const article = (noun: string) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);
