import { zodResolver } from '@hookform/resolvers/zod';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Divider,
  Typography,
} from '@mui/material';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { scanScopeLabels, type IocScanning } from '#domain/policy/settings.ts';
import { shortWindow } from '#domain/policy/warnings.ts';
import { scanStartLabels } from '#domain/schedule/scan-start.ts';
import { RadioChoice } from '#src/shared/form/radio-choice.tsx';
import { TimeField } from '#src/shared/form/time-field.tsx';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { iocFormSchema, toForm, toSettings, type IocForm } from './ioc-form.ts';
import { formatWindowLength, ruleSentence, scopeHints, startHints } from './preview-text.ts';
import { StartPreview } from './start-preview.tsx';
import { WindowExample } from './window-example.tsx';

interface IocDialogProps {
  readonly value: IocScanning;
  /** The zone in which most of the devices concerned are. */
  readonly deviceZone: string;
  /** What becomes of the values once the window behind is saved; null when there is nothing to warn of. */
  readonly notice: string | null;
  readonly onOk: (value: IocScanning) => void;
  readonly onClose: () => void;
}

// Drawn beside typing: no key waits for the ribbon.
const Preview = memo(StartPreview);

/** Where there is little height, as at 400 % zoom, the whole dialog scrolls. */
const low = '@media (max-height: 420px)';

/** The *IOC scanning settings* window: scope, scan start, and when tasks would start. OK hands the values back. */
export function IocDialog({ value, deviceZone, notice, onOk, onClose }: IocDialogProps) {
  const whyNot = useReadOnly()?.reason ?? null;
  const form = useForm<IocForm>({ defaultValues: toForm(value), resolver: zodResolver(iocFormSchema), mode: 'onBlur' });
  const submit = form.handleSubmit((values) => {
    const result = toSettings(values);
    if (result && whyNot === null) onOk(result);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      aria-labelledby="ioc-title"
      slotProps={{ paper: { sx: { width: 900, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } } }}
    >
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogTitle variant="h2" id="ioc-title" sx={{ px: 5 }}>
          IOC scanning settings
        </DialogTitle>
        <DialogContent
          dividers
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, px: 5, [low]: { flex: 'none' } }}
        >
          <IocContent control={form.control} deviceZone={deviceZone} />
        </DialogContent>
        <DialogActions sx={{ px: 5, py: 3, flexWrap: { xs: 'wrap', sm: 'nowrap' }, gap: 2 }}>
          {notice !== null && (
            <Alert severity="warning" icon={false} sx={{ mr: 'auto' }}>
              {notice}
            </Alert>
          )}
          <AllowedButton disabledReason={whyNot} type="submit" variant="contained" color="primary">
            OK
          </AllowedButton>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

interface IocContentProps {
  readonly control: Control<IocForm>;
  readonly deviceZone: string;
}

/** What is chosen and typed, and what follows from it: drawn with every key, without the dialog around it. */
function IocContent({ control, deviceZone }: IocContentProps) {
  const whyNot = useReadOnly()?.reason ?? null;
  const { scope, mode, start, end } = useWatch({ control, compute: (values: IocForm) => values });
  const settings = useMemo(() => toSettings({ scope, mode, start, end }), [scope, mode, start, end]);
  const late = useDeferredValue(settings);
  // What was valid last stays, out of sight, while a time is typed: with it the tasks that somebody put elsewhere.
  const [previewed, setPreviewed] = useState(settings);
  if (late && late !== previewed) setPreviewed(late);
  const short = settings && shortWindow(settings.start);
  return (
    <>
      <Box>
        <ReadOnlyArea reason={whyNot}>
          <Box sx={{ display: 'grid', gridTemplateColumns: { md: '5fr 7fr' }, gap: { xs: 3, md: 6 } }}>
            <RadioChoice
              control={control}
              name="scope"
              label="Scanning scope"
              options={scanScopeLabels}
              hints={scopeHints}
            />
            <Box>
              <RadioChoice
                control={control}
                name="mode"
                label="Scan start"
                options={scanStartLabels}
                hints={startHints}
              />
              {mode === 'interval' && (
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, pl: { sm: 6 }, pt: 2, alignItems: 'flex-start' }}>
                  <TimeField control={control} name="start" label="Start time (hh:mm)" />
                  <TimeField control={control} name="end" label="End time (hh:mm)" />
                  <Typography color="textSecondary" sx={{ pt: { sm: 7 } }} noWrap>
                    {settings?.start.mode === 'interval' && formatWindowLength(settings.start.window)}
                  </Typography>
                </Box>
              )}
            </Box>
          </Box>
        </ReadOnlyArea>
      </Box>
      <Divider />
      {settings ? (
        <>
          <Box>
            <Typography>{ruleSentence(settings.start)}</Typography>
            {settings.start.mode === 'interval' && <WindowExample />}
          </Box>
          {short !== null && (
            <Alert severity="warning" icon={false}>
              {short}
            </Alert>
          )}
        </>
      ) : (
        <Typography color="textSecondary">Enter both times to see when tasks would start.</Typography>
      )}
      <Box sx={{ display: settings ? 'contents' : 'none' }}>
        {previewed && <Preview start={previewed.start} deviceZone={deviceZone} />}
      </Box>
    </>
  );
}
