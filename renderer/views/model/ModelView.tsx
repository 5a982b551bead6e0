import { EmptyState } from '../../parts/EmptyState.tsx';

export function ModelView() {
  return <EmptyState title="Model" />;
}
