import { Box, Button, Tooltip } from '@mui/material';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';
import type { Section } from '#src/shared/navigation/route-location.ts';
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
  /** The unsaved changes, one text each. */
  readonly changes: readonly string[];
  /** Why the signed-in user may not save here; null if allowed. */
  readonly saveDenied: string | null;
  /** Why the input is invalid: *Enter a name.*; null if valid. */
  readonly invalid: string | null;
  /** What a save will change beyond the object itself; null without unsaved changes. */
  readonly effects: WindowEffects | null;
  readonly saving: boolean;
  /** Saves; resolves to true if it succeeded and nothing was edited meanwhile. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  /** Called when the user discards unsaved changes. */
  readonly onDiscard: () => void;
  readonly children: ReactNode;
}

/**
 * A *Properties* window: sections on the left, OK, Cancel and Apply below. With unsaved changes, isClosing it, leaving the
 * page and Back ask for confirmation.
 */
export function PropertiesWindow(props: PropertiesWindowProps) {
  const { name, about, sections, section, onSection, changes, saveDenied, invalid, effects, saving } = props;
  const { onSave, onClose, onDiscard, children } = props;
  const [showsDetails, setShowsDetails] = useState(false);
  const [isClosing, setIsClosing] = useState(false);
  // Set right before the window closes after a save or a confirmed discard, to pass the blocker.
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
    if (dirty) setIsClosing(true);
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
  const isConfirming = isClosing || blocker.status === 'blocked';
  const unchangedHint = dirty ? '' : 'Nothing differs from what is saved';
  return (
    <WindowFrame
      name={name}
      about={about}
      sections={sections}
      section={section}
      onSection={onSection}
      onClose={close}
      drawer={showsDetails && effects !== null && effects.details !== null && <EffectsDetails effects={effects} />}
      footer={
        <>
          <Box
            sx={{
              mr: 'auto',
              minWidth: 0,
              flex: { xs: '1 1 100%', md: '1 1 auto' },
              // Reserves room for both lines, so that the form does not shift when the second appears.
              minHeight: 48,
              display: 'flex',
              flexDirection: 'column',
              justifyContent: 'center',
            }}
          >
            <UnsavedList changes={changes} invalid={invalid} />
            <EffectsLine effects={effects} open={showsDetails} onOpen={setShowsDetails} />
          </Box>
          <Tooltip title={invalid ?? ''}>
            <span>
              <AllowedButton
                variant="contained"
                color="primary"
                // Without unsaved changes, OK only closes.
                disabledReason={dirty ? saveDenied : null}
                disabled={saving || (dirty && invalid !== null)}
                onClick={saveAndClose}
              >
                OK
              </AllowedButton>
            </span>
          </Tooltip>
          <Button onClick={close}>Cancel</Button>
          <Tooltip title={saveDenied === null ? (invalid ?? unchangedHint) : ''}>
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
      {isConfirming && (
        <UnsavedChangesDialog
          changes={changes}
          onDiscard={() => {
            onDiscard();
            if (blocker.status === 'blocked') blocker.proceed();
            else leave();
          }}
          onStay={() => {
            setIsClosing(false);
            blocker.reset?.();
          }}
        />
      )}
    </WindowFrame>
  );
}

// Another section or a dialog over the window keeps the same window open.
function leavesWindow(current: object, next: object): boolean {
  return ['policy', 'device'].some((key) => Reflect.get(current, key) !== Reflect.get(next, key));
}
