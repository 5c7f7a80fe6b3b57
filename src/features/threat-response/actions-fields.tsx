import { Alert, Box, Typography } from '@mui/material';
import { memo, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { settingLabels, type ActionsValue } from '#domain/policy/settings.ts';
import { actionKindLabels, actions, type ActionId } from '#domain/response/actions.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { AllowedCheckbox } from '#src/shared/rights/allowed-checkbox.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { AddAction } from './add-action.tsx';
import { WhyValue } from './why-button.tsx';

interface ActionsFieldsProps {
  readonly value: ActionsValue;
  /** Why the group actions would do nothing as things are, for example that no password is set; null when they would. */
  readonly groupActionsNeed: string | null;
  readonly onChange: (value: ActionsValue) => void;
}

/** *Actions* where they can be edited: the box, the list of selected actions, *Add* and *Remove*. */
export const ActionsFields = memo(function ActionsFields({ value, groupActionsNeed, onChange }: ActionsFieldsProps) {
  const { selected } = value;
  const titleId = useId();
  const fields = useRef<HTMLDivElement>(null);
  const select = (next: readonly ActionId[]) => {
    onChange({ ...value, selected: next });
  };
  /** To the *Remove* of the action at this place, or of the last; with none left, to *Add*. */
  const focusAt = (place: number) => {
    const removes = [...(fields.current?.querySelectorAll<HTMLElement>('li button') ?? [])];
    const add = fields.current?.querySelector<HTMLElement>('button[aria-haspopup]');
    (removes[place] ?? removes.at(-1) ?? add)?.focus();
  };
  return (
    <Box ref={fields}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' }}>
        <AllowedCheckbox
          label="Take response actions on threats detected by Kaspersky Sandbox"
          checked={value.enabled}
          onChange={(enabled) => {
            onChange({ ...value, enabled });
          }}
        />
        <WhyValue group="actions" setting={settingLabels.enabled} />
      </Box>
      <Typography color="textSecondary" variant="body2" sx={{ pl: 7 }}>
        With it the actions below are taken as soon as a threat is detected; without it, nothing is done.
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', mt: 2, mb: 1 }}>
        <Typography id={titleId} sx={{ fontWeight: 550 }}>
          {settingLabels.selected}
        </Typography>
        <Box sx={{ flex: 1, ml: 2 }}>
          <WhyValue group="actions" setting={settingLabels.selected} />
        </Box>
        <AddAction
          selected={selected}
          onAdd={(action) => {
            select([...selected, action]);
          }}
          onAllAdded={() => {
            focusAt(selected.length);
          }}
        />
      </Box>
      {selected.length === 0 ? (
        <Typography color="textSecondary">None. Add an action, or nothing happens when a threat is found.</Typography>
      ) : (
        <Box
          component="ul"
          aria-labelledby={titleId}
          sx={{ listStyle: 'none', m: 0, p: 0, border: 1, borderColor: 'divider', borderRadius: 1.5 }}
        >
          {selected.map((action, place) => (
            <SelectedAction
              key={action}
              action={action}
              onRemove={() => {
                flushSync(() => {
                  select(selected.filter((other) => other !== action));
                });
                focusAt(place);
              }}
            />
          ))}
        </Box>
      )}
      {!value.enabled && selected.length > 0 && (
        <Typography color="textSecondary" sx={{ mt: 2 }}>
          The box above is not ticked: none of these actions is taken.
        </Typography>
      )}
      {groupActionsNeed !== null && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {groupActionsNeed}
        </Alert>
      )}
    </Box>
  );
});

function SelectedAction({ action, onRemove }: { action: ActionId; onRemove: () => void }) {
  const readOnly = useReadOnly();
  const { label, kind, does, deletes } = actions[action];
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 4,
        px: 3,
        py: 2,
        alignItems: 'center',
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography>
          {label}
          <Typography component="span" color="textSecondary" sx={{ ml: 2 }}>
            {actionKindLabels[kind]}
          </Typography>
        </Typography>
        <Typography color="textSecondary" variant="body2">
          {does}
        </Typography>
        {deletes && (
          <Typography variant="body2" sx={{ color: 'vesper.now' }}>
            This deletes objects from devices.
          </Typography>
        )}
      </Box>
      <AllowedButton disabledReason={readOnly?.reason ?? null} aria-label={`Remove ${label}`} onClick={onRemove}>
        Remove
      </AllowedButton>
    </Box>
  );
}
