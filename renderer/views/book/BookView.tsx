import { useEffect, useRef } from 'react';
import { moneyText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { useView } from '../../state/viewStore.ts';
import styles from './BookView.module.css';
import { bookNames } from './bookNames.ts';
import { useBook } from './bookStore.ts';
import { Overview } from './Overview.tsx';
import { useBookCommands } from './useBookCommands.ts';
import { WhyPanel } from './WhyPanel.tsx';
import { Worklist } from './Worklist.tsx';

/** The book: every account of one as-of date with its score, and why. */
export function BookView() {
  const { models, currentModel, definition } = useStudy((state) => state.draft);
  const asOf = useView((state) => state.asOf);
  const goTo = useView((state) => state.goTo);
  const { chosen, choose } = useBook();
  const model = models.find(({ id }) => id === currentModel);
  const scored = model ? { model: model.id, ...(asOf !== null && { asOf }) } : null;
  const { value, failure, progress, cancel } = useCall('score-book', scored);
  const book = value?.model.id === model?.id ? value : null;
  useBookCommands(model);
  const side = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (chosen !== null) side.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  if (!model || !scored) {
    return (
      <Panel title="Book">
        <EmptyState
          title="There is no model to score with yet"
          actions={
            <Button tone="primary" onClick={() => goTo('model')}>
              Go to Model
            </Button>
          }
        >
          Start from a template on the Model screen, or build a tree of weighted metrics there; every account is scored as soon as one
          metric has a weight.
        </EmptyState>
      </Panel>
    );
  }
  if (!book) {
    return (
      <Panel title="Book">
        <FailureNote failure={failure} />
        <ProgressLine label="Scoring the book" progress={progress} onCancel={cancel} />
        {failure && (
          <EmptyState
            title="The book cannot be scored"
            actions={
              <>
                <Button onClick={() => goTo('sources')}>Go to Sources</Button>
                <Button onClick={() => goTo('model')}>Go to Model</Button>
              </>
            }
          >
            The sentence above says what is missing. Sources say where accounts and metrics come from; the model says how they are weighed.
          </EmptyState>
        )}
      </Panel>
    );
  }

  const names = bookNames(model, definition.metrics, book);
  return (
    <div className={styles.book} data-choosing={chosen !== null}>
      <Worklist
        book={book}
        model={model}
        names={names}
        scored={{ model: model.id, asOf: book.asOf }}
        money={(amount) => moneyText(amount, book.currency)}
      />
      <div className={styles.side} ref={side}>
        <FailureNote failure={failure} />
        <ProgressLine label="Scoring the book" progress={progress} onCancel={cancel} />
        {chosen !== null && (
          <WhyPanel
            account={chosen}
            model={model}
            scored={{ model: model.id, asOf: book.asOf }}
            currency={book.currency}
            onClose={() => choose(null)}
          />
        )}
        <Overview book={book} model={model} names={names} />
      </div>
    </div>
  );
}
