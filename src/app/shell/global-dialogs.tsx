import type { GlobalDialog } from './global-dialog.ts';
import { ConditionsPanel } from '#src/app/conditions/conditions-panel.tsx';
import { DisplaySettings } from '#src/app/settings/display-settings.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { ShortcutsOverview } from './shortcuts-overview.tsx';

interface GlobalDialogsProps {
  readonly dialog: Exclude<GlobalDialog, 'search'>;
  /** The shortcuts and controls that were active before the overview opened. */
  readonly activeKeys: ReadonlySet<string>;
  readonly serverZone: string | null;
  readonly onClose: () => void;
}

/** All global dialogs but the search, in one lazy chunk. */
export function GlobalDialogs({ dialog, activeKeys, serverZone, onClose }: GlobalDialogsProps) {
  switch (dialog) {
    case 'shortcuts':
      return <ShortcutsOverview activeKeys={activeKeys} onClose={onClose} />;
    case 'display':
      return <DisplaySettings serverZone={serverZone} onClose={onClose} />;
    case 'conditions':
      return <ConditionsPanel onClose={onClose} />;
    case 'reset':
      return <ResetDialog onClose={onClose} />;
    default:
      return dialog satisfies never;
  }
}
