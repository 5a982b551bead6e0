import { longestRecordBytes } from './csvTable.ts';

/** Why DuckDB refused a record, in the analyst's words. */
export function brokenReason(errorType: string, message: string): string {
  switch (errorType) {
    case 'MISSING COLUMNS':
    case 'TOO MANY COLUMNS': {
      const [, expected, found] = /: (\d+) Found: (\d+)/.exec(message) ?? [];
      return errorType === 'TOO MANY COLUMNS'
        ? `has more than the ${expected} fields of the table`
        : `has ${found} fields instead of ${expected}`;
    }
    case 'UNQUOTED VALUE':
      return 'has a quote that is not closed, or text after a closing quote';
    case 'INVALID ENCODING':
      return 'is not UTF-8; if the whole file is of another encoding, choose that';
    case 'LINE SIZE OVER MAXIMUM':
      return `is longer than ${longestRecordBytes} bytes`;
    default:
      return message;
  }
}
