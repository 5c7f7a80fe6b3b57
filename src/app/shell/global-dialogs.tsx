import type { Over } from './global-dialog.ts';
import { ConditionsPanel } from '#src/app/conditions/conditions-panel.tsx';
import { DisplaySettings } from '#src/app/settings/display-settings.tsx';
import { ResetQuestion } from './reset-dialog.tsx';
import { ShortcutsOverview } from './shortcuts-overview.tsx';

interface OwnDialogsProps {
  readonly over: Exclude<Over, 'search'>;
  /** The ids of shortcuts and the names of controls that held where the overview was opened. */
  readonly here: ReadonlySet<string>;
  readonly serverZone: string | null;
  readonly onClose: () => void;
}

/** The dialogs of the console itself, loaded together when the first of them is opened. */
export function OwnDialogs({ over, here, serverZone, onClose }: OwnDialogsProps) {
  switch (over) {
    case 'shortcuts':
      return <ShortcutsOverview here={here} onClose={onClose} />;
    case 'display':
      return <DisplaySettings serverZone={serverZone} onClose={onClose} />;
    case 'conditions':
      return <ConditionsPanel onClose={onClose} />;
    case 'reset':
      return <ResetQuestion onClose={onClose} />;
    default:
      return over satisfies never;
  }
}
