import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import {
  conditionsIn,
  conditionsSchema,
  conditionsText,
  faultKinds,
  isGood,
  presetOf,
  presets,
  type Conditions,
  type FaultKind,
  type PresetName,
} from '#contract/conditions.ts';
import { CopyButton } from '#src/shared/ui/controls/copy-button.tsx';
import { linkWith, useConditions } from './conditions.ts';

const faultLabels: Readonly<Record<FaultKind, string>> = {
  error: 'Error 500',
  unavailable: 'Error 503, come back later',
  'too-many': 'Error 429, too many requests',
  timeout: 'No answer in time',
  broken: 'Broken JSON',
  lost: 'Connection lost',
  crash: 'Worker crashed',
  'storage-full': 'Storage full',
  'storage-refused': 'Storage refused',
};

type Field = keyof Conditions;
type Typed = Readonly<Record<Field, string>>;

const typedOf = (conditions: Conditions): Typed =>
  // Object.fromEntries loses the keys' type.
  Object.fromEntries(Object.entries(conditions).map(([field, value]) => [field, String(value)])) as Typed;

const numbersIn = (typed: Typed) =>
  conditionsSchema.safeParse(
    Object.fromEntries(
      Object.entries(typed).map(([field, text]) => [field, text.trim() === '' ? NaN : Number(text.replace(',', '.'))]),
    ),
  );

/** Sets the simulated latency and fault rates of this tab's requests. */
export function ConditionsPanel({ onClose }: { onClose: () => void }) {
  const { text, set: setText } = useConditions();
  const conditions = conditionsIn(text) ?? presets.good.conditions;
  const set = (next: Conditions) => {
    setText(isGood(next) ? '' : conditionsText(next));
  };
  const [typed, setTyped] = useState(() => typedOf(conditions));
  const parsed = numbersIn(typed);
  const valid = parsed.data ?? null;
  const preset = valid && presetOf(valid);
  const isDirty = JSON.stringify(typed) !== JSON.stringify(typedOf(conditions));
  const errorOf = (field: Field) => parsed.error?.issues.find(({ path }) => path[0] === field)?.message;
  const choose = (next: Conditions) => {
    setTyped(typedOf(next));
    set(next);
  };
  const input = (field: Field, label: string, unit: string) => (
    <TextField
      key={field}
      label={`${label}${unit}`}
      value={typed[field]}
      onChange={({ target }) => {
        setTyped({ ...typed, [field]: target.value });
      }}
      error={errorOf(field) !== undefined}
      helperText={errorOf(field)}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  );
  return (
    <Dialog open onClose={onClose} aria-labelledby="conditions-title" fullWidth maxWidth="md">
      <form
        noValidate
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) set(valid);
        }}
      >
        <DialogTitle variant="h2" id="conditions-title">
          Conditions
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 5 }}>
          <Typography color="textSecondary">
            What goes wrong between this tab and its backend, on purpose. A fault strikes before a request is carried
            out, or after it, so that only the answer is lost. The same seed lets the same requests fail. Good
            conditions are one click away.
          </Typography>
          <FormControl>
            <FormLabel id="conditions-preset" sx={{ typography: 'h3', color: 'text.primary', mb: 1 }}>
              Preset
            </FormLabel>
            <RadioGroup
              row
              aria-labelledby="conditions-preset"
              value={preset ?? ''}
              onChange={({ target }) => {
                const name = Object.keys(presets).find((one): one is PresetName => one === target.value);
                if (name) choose({ ...presets[name].conditions, seed: valid?.seed ?? conditions.seed });
              }}
            >
              {Object.entries(presets).map(([name, { label }]) => (
                <FormControlLabel key={name} value={name} label={label} control={<Radio />} />
              ))}
            </RadioGroup>
          </FormControl>
          <Fields legend="On its way">
            {input('latency', 'Latency', ' (ms)')}
            {input('jitter', 'Jitter', ' (ms)')}
            {input('seed', 'Seed', '')}
          </Fields>
          <Fields legend="Requests that fail, in %">
            {faultKinds.map((kind) => input(kind, faultLabels[kind], ''))}
          </Fields>
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, flexWrap: 'wrap', rowGap: 2 }}>
          <Box sx={{ mr: 'auto', display: 'flex', flexDirection: 'row-reverse', alignItems: 'center', gap: 2 }}>
            <CopyButton label="Copy link" text={() => linkWith(conditionsText(valid ?? conditions))} />
          </Box>
          <Button
            disabled={isGood(conditions)}
            title={isGood(conditions) ? 'Conditions are good' : ''}
            onClick={() => {
              choose(presets.good.conditions);
            }}
          >
            Back to good
          </Button>
          <Button
            type="submit"
            disabled={!isDirty || !valid}
            title={!isDirty ? 'Nothing differs' : valid ? '' : 'Mend what is marked first'}
          >
            Apply
          </Button>
          <Button variant="contained" color="primary" onClick={onClose}>
            Close
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ p: 0, mb: 3 }}>
        {legend}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))' }}>
        {children}
      </Box>
    </Box>
  );
}
