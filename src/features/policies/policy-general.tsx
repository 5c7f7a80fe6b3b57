import { Alert, Box, FormHelperText, MenuItem, TextField } from '@mui/material';
import type { FieldError } from '#contract/problem.ts';
import { policyNameSchema, policyStatusSchema, type PolicyUpdate, type PolicyView } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { Overruled } from '#src/features/effects/apply-effects.tsx';
import type { EffectsState } from '#src/features/effects/effects.tsx';
import type { Change } from '#src/shared/form/use-versioned-form.ts';
import { AllowedCheckbox } from '#src/shared/rights/allowed-checkbox.tsx';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';

interface PolicyGeneralProps {
  readonly view: PolicyView;
  readonly draft: PolicyUpdate;
  readonly errors: readonly FieldError[];
  /** The preview of the edit, to list the policies that it would override. */
  readonly effects: EffectsState | null;
  readonly onChange: Change<PolicyUpdate>;
}

/** *General*: name, status and inheritance. */
export function PolicyGeneral({ view, draft, errors, effects, onChange }: PolicyGeneralProps) {
  const readOnly = useReadOnly();
  const named = policyNameSchema.safeParse(draft.name);
  const refusedAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const nameError = named.error?.issues[0]?.message ?? refusedAt('/name');
  const statusError = refusedAt('/status');
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 620 }}>
      {view.status === 'inactive' && (
        <Alert severity="warning">
          This policy is inactive: no device obeys it, and an edit has no effect until it is made active.
        </Alert>
      )}
      <TextField
        label="Name"
        value={draft.name}
        error={nameError !== undefined}
        helperText={nameError}
        onChange={(event) => {
          const name = event.target.value;
          onChange((before) => ({ ...before, name }));
        }}
        slotProps={{ htmlInput: { readOnly: readOnly !== null, ...readOnlyProps(readOnly) } }}
      />
      <TextField
        select
        label="Status"
        value={draft.status}
        error={statusError !== undefined}
        helperText={statusError ?? obeyWords(view.deviceCount)}
        onChange={(event) => {
          const status = policyStatusSchema.parse(event.target.value);
          onChange((before) => ({ ...before, status }));
        }}
        slotProps={{ select: { readOnly: readOnly !== null, SelectDisplayProps: readOnlyProps(readOnly) } }}
      >
        {Object.entries(policyStatusLabels).map(([status, label]) => (
          <MenuItem key={status} value={status}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Box>
        <AllowedCheckbox
          label="Inherit settings from parent policy"
          checked={draft.inherit || view.forcedBy !== null}
          disabled={view.forcedBy !== null}
          onChange={(on) => {
            onChange((before) => ({ ...before, inherit: on }));
          }}
        />
        <FormHelperText sx={hint}>
          What the parent policy has under policy holds here too, and is read-only. {inheritanceWords(view)}
        </FormHelperText>
        <AllowedCheckbox
          label="Force inheritance of settings in child policies"
          checked={draft.force}
          onChange={(on) => {
            onChange((before) => ({ ...before, force: on }));
          }}
        />
        <FormHelperText sx={hint}>
          Policies of the subgroups cannot stop inheriting: their own box is ticked and disabled.
        </FormHelperText>
        {draft.force && !view.force && (
          <FormHelperText component="div">
            <Overruled state={effects} by={view.id} />
          </FormHelperText>
        )}
      </Box>
    </Box>
  );
}

/** Aligned with the label of the checkbox. */
const hint = { ml: 6, mt: -0.5, mb: 2 } as const;

function obeyWords(devices: number): string {
  if (devices === 0) return 'No device obeys this policy now.';
  return `${devices.toLocaleString('en')} ${devices === 1 ? 'device obeys' : 'devices obey'} this policy now.`;
}

function inheritanceWords({ parent, forcedBy, status }: PolicyView): string {
  if (forcedBy) return `Forced by the policy “${forcedBy.name}” of the group ${forcedBy.group.name}.`;
  if (status === 'out-of-office') return 'Out-of-office policies neither inherit nor hand down.';
  if (!parent) return 'There is no policy above to inherit from.';
  return `The parent policy is “${parent.name}” of the group ${parent.group.name}.`;
}
