import { useEffect } from 'react';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { findNode } from './edit/tree.ts';
import { useModelScreen } from './modelStore.ts';

/** A screen that opens on something says more than one that asks to choose: keeps the metric chosen last, else the model's first. */
export function useChosenMetric(model: Model | undefined): void {
  useEffect(() => {
    const { selected } = useModelScreen.getState();
    const first = model && leavesOf(model.dimensions)[0];
    if (model && (selected === null || !findNode(model, selected))) useModelScreen.setState({ selected: first?.id ?? null });
  }, [model]);
}
