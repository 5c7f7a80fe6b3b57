import { Box, Button, Tooltip } from '@mui/material';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';
import type { Section } from '#src/shared/navigation/place.ts';
import type { SectionEntry } from './section-list.tsx';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { UnsavedList } from './unsaved-list.tsx';
import { UnsavedChangesDialog } from './unsaved-changes-dialog.tsx';
import { EffectsDetails, EffectsLine, type WindowEffects } from './window-effects.tsx';
import { WindowFrame } from './window-frame.tsx';

interface PropertiesWindowProps {
  readonly name: string;
  readonly about: string;
  readonly sections: readonly SectionEntry[];
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  /** What differs from what is saved, in words; empty when nothing does. */
  readonly changes: readonly string[];
  /** Why the person signed in may save nothing here; null when they may. */
  readonly saveDenied: string | null;
  /** Why what is there cannot be saved: *Enter a name.*; null when it can. */
  readonly invalid: string | null;
  /** What a save will change beyond the object itself; null while nothing differs. */
  readonly effects: WindowEffects | null;
  readonly saving: boolean;
  /** Saves; resolves to true once the answer is there and nothing more was typed. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Told when what differs is dropped knowingly. */
  readonly onDiscard: () => void;
  readonly children: ReactNode;
}

/**
 * A *Properties* window: sections on the left, OK, Cancel and Apply below. Closing it, leaving the page and Back ask
 * first, but only when something differs from what is saved.
 */
export function PropertiesWindow(props: PropertiesWindowProps) {
  const { name, about, sections, section, onSection, changes, saveDenied, invalid, effects, saving } = props;
  const { onSave, onClose, onDiscard, children } = props;
  const [detailed, setDetailed] = useState(false);
  const [closing, setClosing] = useState(false);
  // Said once, right before the window closes for good: saved, or discarded knowingly.
  const leaving = useRef(false);
  const dirty = changes.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !leaving.current && leavesWindow(current.search, next.search),
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const leave = () => {
    leaving.current = true;
    onClose();
  };
  const close = () => {
    if (dirty) setClosing(true);
    else onClose();
  };
  const saveAndClose = () => {
    if (!dirty) {
      onClose();
      return;
    }
    if (saveDenied !== null) return;
    void onSave().then((saved) => {
      if (saved) leave();
    });
  };
  useShortcut('apply', () => {
    if (dirty && !saving && invalid === null) void onSave();
  });
  const asking = closing || blocker.status === 'blocked';
  const nothing = dirty ? '' : 'Nothing differs from what is saved';
  return (
    <WindowFrame
      name={name}
      about={about}
      sections={sections}
      section={section}
      onSection={onSection}
      onClose={close}
      drawer={detailed && effects !== null && effects.details !== null && <EffectsDetails effects={effects} />}
      footer={
        <>
          <Box
            sx={{
              mr: 'auto',
              minWidth: 0,
              flex: { xs: '1 1 100%', md: '1 1 auto' },
              // Room for both lines, so that the form above does not move when the second comes.
              minHeight: 48,
              display: 'flex',
              flexDirection: 'column',
              justifyContent: 'center',
            }}
          >
            <UnsavedList changes={changes} invalid={invalid} />
            <EffectsLine effects={effects} open={detailed} onOpen={setDetailed} />
          </Box>
          <Tooltip title={invalid ?? ''}>
            <span>
              <AllowedButton
                variant="contained"
                color="primary"
                // With nothing to save it only closes.
                disabledReason={dirty ? saveDenied : null}
                disabled={saving || (dirty && invalid !== null)}
                onClick={saveAndClose}
              >
                OK
              </AllowedButton>
            </span>
          </Tooltip>
          <Button onClick={close}>Cancel</Button>
          <Tooltip title={saveDenied === null ? (invalid ?? nothing) : ''}>
            <span>
              <AllowedButton
                disabledReason={saveDenied}
                disabled={!dirty || saving || invalid !== null}
                onClick={() => void onSave()}
              >
                Apply
              </AllowedButton>
            </span>
          </Tooltip>
        </>
      }
    >
      {children}
      {asking && (
        <UnsavedChangesDialog
          changes={changes}
          onDiscard={() => {
            onDiscard();
            if (blocker.status === 'blocked') blocker.proceed();
            else leave();
          }}
          onStay={() => {
            setClosing(false);
            blocker.reset?.();
          }}
        />
      )}
    </WindowFrame>
  );
}

// Another section, or the dialog over the window, is still the same window.
function leavesWindow(current: object, next: object): boolean {
  return ['policy', 'device'].some((key) => Reflect.get(current, key) !== Reflect.get(next, key));
}
