import { useMemo } from 'react';
import { LiveHistogram } from '../../charts/LiveHistogram.tsx';
import { moneyText, numberText } from '../../charts/numberText.ts';
import { barTotals } from '../../charts/scoreBars.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { moveCut } from '../model/edit/bands.ts';
import { segmentOf, setCuts } from '../model/edit/scope.ts';
import type { ModelEditor } from '../model/useModelEditor.ts';
import { EdgeFields } from './EdgeFields.tsx';
import styles from './Exactness.module.css';
import { Exactness } from './Exactness.tsx';
import { type Frame, useFrames } from './frameStore.ts';
import type { Question } from './live/question.ts';
import { useTouch } from './liveContext.ts';
import { PictureSentence } from './PictureSentence.tsx';
import { partsOf, pictureOf } from './picture.ts';
import { mixedSentence } from './sentences.ts';
import { useWhatIf } from './whatIfStore.ts';

interface DistributionPanelProps {
  bands: ModelEditor['model']['bands'];
  cuts: readonly number[];
  scope: ModelEditor['scope'];
  change: ModelEditor['change'];
  question: Question | null;
  /** The last exact picture: what the words are about. */
  settled: Frame;
  asOf: string;
  currency: string | null;
}

const measures = [
  { value: 'accounts', label: 'Accounts' },
  { value: 'revenue', label: 'Revenue' },
] as const;

/** How the draft's scores lie, filled by band over the baseline's outline; the band edges dragged or typed. */
export function DistributionPanel({ bands, cuts, scope, change, question, settled, asOf, currency }: DistributionPanelProps) {
  const { measure: wished, look } = useWhatIf();
  const touch = useTouch();
  const hasRevenue = settled.book.revenue > 0;
  const mixed = mixedSentence(settled.model, settled.question.segment);
  const measure = hasRevenue ? wished : 'accounts';
  const options = useMemo(() => ({ bands, cuts, measure, currency }), [bands, cuts, measure, currency]);
  // The newest picture there is, also when only the edges moved; `settled` is what makes it anew at rest.
  const frame = useMemo(() => painted(useFrames.getState().frame ?? settled, options), [settled, options]);
  const frames = useMemo(
    () => ({
      subscribe: (paint: (next: typeof frame) => void) =>
        useFrames.subscribe((state, before) => {
          if (state.frame && state.frame !== before.frame) paint(painted(state.frame, options));
        }),
    }),
    [options],
  );
  const hold = (focused: boolean) => touch({ kind: 'cuts', ...(scope.kind === 'segment' && { segment: scope.id }) }, focused);
  const move = (index: number, to: number) =>
    change(`lower edge of ${bands[index + 1]?.name}`, (before) =>
      setCuts(before, scope, moveCut(segmentOf(before, scope)?.cuts ?? before.cuts, index, to)),
    );

  return (
    <Panel
      title="Distribution"
      about={
        <span className={styles.line}>
          outline: baseline · <Exactness question={question} />
        </span>
      }
      actions={hasRevenue && <Choice label="Count" value={measure} options={measures} onChange={(next) => look({ measure: next })} />}
    >
      <EdgeFields bands={bands} cuts={cuts} onMove={move} onTouch={hold} />
      <LiveHistogram
        title={`Health score of the book under the draft, ${asOf}`}
        sentence={
          <>
            <PictureSentence />
            {mixed && ` ${mixed}`}
          </>
        }
        frame={frame}
        frames={frames}
        bands={bands}
        cuts={cuts}
        measure={measure}
        currency={currency}
        table={{
          columns: ['Score from', 'to below', measure === 'accounts' ? 'Accounts, draft' : 'Revenue, draft', 'Baseline'],
          rows: barTotals(frame.stacks).flatMap((amount, index) => {
            const before = frame.outline?.[index] ?? null;
            const text = (value: number) => (measure === 'accounts' ? numberText(value) : moneyText(value, currency));
            if (amount === 0 && !before) return [];
            return [
              [numberText(index * frame.width), numberText((index + 1) * frame.width), text(amount), before === null ? '–' : text(before)],
            ];
          }),
        }}
        edges={{ onMove: move, onBegin: useStudy.getState().beginDrag, onEnd: useStudy.getState().endDrag, onTouch: hold }}
      />
    </Panel>
  );
}

const painted = (frame: Frame, options: Parameters<typeof pictureOf>[2]) => pictureOf(frame, partsOf(frame), options);
