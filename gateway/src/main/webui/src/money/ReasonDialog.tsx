import { ReasonDialog as Asked, type ReasonDialogProps } from '../shared/forms/ReasonDialog';
import { moneyKey } from './api';

/** Asks why, and looks at all that is about money anew. */
export function ReasonDialog(props: Omit<ReasonDialogProps, 'refreshes'>) {
  return <Asked {...props} refreshes={[moneyKey]} />;
}
