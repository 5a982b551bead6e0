import { useState } from 'react';
import type { Curve } from '../../../shared/model/curve.ts';
import { type ParsedSteps, parseSteps, type ValueRange } from '../../../shared/scoring/parseSteps.ts';
import { numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { sentenceOfAny } from '../../state/noticeStore.ts';
import styles from './CurveFields.module.css';

/** Reads a written scheme such as "50-69 = 70, >= 70 = 100" into steps, and says what it leaves open or says twice. */
export function StepsImport({ onRead }: { onRead: (curve: Curve) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const result = text.trim() === '' ? null : read(text);
  const parsed = result !== null && 'curve' in result ? result : null;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        From text …
      </Button>
      {open && (
        <Dialog
          title="Steps from text"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button
                tone="primary"
                disabled={!parsed}
                onClick={() => {
                  if (parsed) onRead(parsed.curve);
                  setOpen(false);
                }}
              >
                Use these steps
              </Button>
            </>
          }
        >
          <TextField
            label="Scheme"
            lines={4}
            live
            autoFocus
            value={text}
            onChange={setText}
            placeholder="< 50 = 30, 50-69 = 70, >= 70 = 100"
            hint="Ranges and their points, separated by commas or lines."
            problem={result !== null && 'problem' in result ? result.problem : null}
          />
          {parsed && <ReadNotes parsed={parsed} />}
        </Dialog>
      )}
    </>
  );
}

function ReadNotes({ parsed }: { parsed: ParsedSteps }) {
  const { curve, gaps, overlaps } = parsed;
  const sentences = [
    ...gaps.map((gap) => `The text says nothing about ${rangeText(gap)}; those values now earn ${numberText(gap.points, 1)} points.`),
    ...overlaps.map((overlap) => `The text says two things about ${rangeText(overlap)}; the range that starts later holds there.`),
  ];
  return (
    <>
      <p>{curve.points.length} intervals read.</p>
      {sentences.length > 0 && (
        <ul className={styles.problems} aria-label="Gaps and overlaps">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function rangeText({ from, to }: ValueRange): string {
  if (from === null) return to === null ? 'any value' : `values below ${numberText(to, 6)}`;
  return to === null ? `values above ${numberText(from, 6)}` : `values between ${numberText(from, 6)} and ${numberText(to, 6)}`;
}

function read(text: string): ParsedSteps | { problem: string } {
  try {
    return parseSteps(text);
  } catch (failure) {
    return { problem: sentenceOfAny(failure) };
  }
}
