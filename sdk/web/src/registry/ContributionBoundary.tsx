import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState';
import { i18n } from '../i18n/i18n';
import { toProblem } from '../api/problem';
import { activationOf, pluginName } from './store';

interface Props {
  plugin: string;
  children: ReactNode;
  /** Changes when the boundary shall try again by itself, e.g. the path. */
  resetKey?: string;
  /** Draws nothing instead of an error, for things that are small. */
  silent?: boolean;
}

interface State {
  error: unknown;
  /** Which module of the plugin failed; the next one gets another chance. */
  activation: number;
}

/** Keeps a failing contribution from taking anything else with it. */
export class ContributionBoundary extends Component<Props, State> {
  override state: State = { error: null, activation: 0 };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ activation: activationOf(this.props.plugin) });
    console.error(`Plugin ${this.props.plugin} failed`, error, info.componentStack);
  }

  override componentDidUpdate(previous: Props): void {
    if (this.state.error !== null && (previous.resetKey !== this.props.resetKey || (this.state.activation > 0 && this.state.activation !== activationOf(this.props.plugin)))) {
      this.setState({ error: null, activation: 0 });
    }
  }

  override render(): ReactNode {
    if (this.state.error === null) {
      return this.props.children;
    }
    if (this.props.silent) {
      return null;
    }
    const problem = toProblem(this.state.error);
    return (
      <ErrorState
        problem={problem}
        message={problem.code === 'unexpected' ? i18n.t('contribution.failed', { ns: 'kit', plugin: pluginName(this.props.plugin) }) : undefined}
        onRetry={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
