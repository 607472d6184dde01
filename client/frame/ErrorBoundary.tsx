import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FaultScreen } from './FaultScreen.tsx';

interface Props {
  /** A new value gives the page another chance: the address, so that going elsewhere helps. */
  place?: string;
  children: ReactNode;
}

interface State {
  reference: string | null;
  place: string | undefined;
}

/** Where faults of the screen end: said once to the console, shown with a reference number. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { reference: null, place: this.props.place };

  static getDerivedStateFromError(): Partial<State> {
    return { reference: Date.now().toString(36).toUpperCase() };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, reference: null };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(`fault ${this.state.reference}`, error, componentStack);
  }

  override render(): ReactNode {
    const { reference } = this.state;
    return reference === null ? this.props.children : <FaultScreen reference={reference} />;
  }
}
