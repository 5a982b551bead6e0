/**
 * The line (from 1) at which a text stops being JSON, from the error that `JSON.parse` threw for it. V8 does not say where an unexpected
 * token stands, but the shortest beginning of the text with that error ends there.
 */
export function jsonErrorLine(text: string, error: SyntaxError): number {
  const stated = /position (\d+)/.exec(error.message)?.[1];
  const position = stated !== undefined ? Number(stated) : isUnexpectedToken(text) ? shortestWithToken(text) : text.length;
  return text.slice(0, position).split('\n').length;
}

function shortestWithToken(text: string): number {
  let without = 0;
  let having = text.length;
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (isUnexpectedToken(text.slice(0, middle))) having = middle;
    else without = middle;
  }
  return without;
}

function isUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as SyntaxError).message.startsWith('Unexpected token');
  }
}
