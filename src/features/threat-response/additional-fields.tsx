import { Alert, Box, Button, Typography } from '@mui/material';
import { memo, Suspense, useDeferredValue, useState } from 'react';
import { scanScopeLabels, settingLabels, type AdditionalValue, type IocScanning } from '#domain/policy/settings.ts';
import { shortWindow } from '#domain/policy/warnings.ts';
import { describeScanStart, scanStartLabels } from '#domain/schedule/scan-start.ts';
import { useSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { afterPaint } from '#src/shared/ui/after-paint.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { AllowedCheckbox } from '#src/shared/rights/allowed-checkbox.tsx';
import { WhyValue } from './why-button.tsx';

const IocDialog = lazyComponent(() => import('./ioc-dialog.tsx').then((m) => m.IocDialog));

interface AdditionalFieldsProps {
  readonly value: AdditionalValue;
  readonly deviceZone: string;
  readonly notice: string | null;
  readonly onChange: (value: AdditionalValue) => void;
}

/** *Additional* where it can be edited: the IOC scanning settings behind *Configure*, and legitimate applications. */
export const AdditionalFields = memo(function AdditionalFields({
  value,
  deviceZone,
  notice,
  onChange,
}: AdditionalFieldsProps) {
  const { dialog } = useSearchParams('dialog');
  // The click is answered first, then the dialog is drawn.
  const late = useDeferredValue(dialog);
  const setPlace = useSetSearchParams();
  const { scope, start } = value.iocScanning;
  const short = shortWindow(start);
  // The dialog goes with the click; the address, and the window behind with what was chosen, follow.
  const [closed, setClosed] = useState(false);
  if (closed && dialog !== 'ioc-scanning') setClosed(false);
  const close = (chosen?: IocScanning) => {
    setClosed(true);
    afterPaint(() => {
      setPlace({ dialog: undefined });
      if (chosen) onChange({ ...value, iocScanning: chosen });
    });
  };
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
        <Box sx={{ flex: 1 }}>
          <Typography sx={{ fontWeight: 550 }}>IOC scanning settings</Typography>
          <Typography color="textSecondary">
            {scanScopeLabels[scope]} ·{' '}
            {start.mode === 'interval' ? describeScanStart(start) : scanStartLabels[start.mode]}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
            <WhyValue named group="additional" setting={settingLabels.scope} />
            <WhyValue named group="additional" setting={settingLabels.start} />
          </Box>
        </Box>
        <Button
          onClick={() => {
            setPlace({ dialog: 'ioc-scanning' });
          }}
        >
          Configure
        </Button>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
        <AllowedCheckbox
          label="Enable detection of legitimate applications that can be exploited by adversaries"
          checked={value.detectLegitimateApplications}
          onChange={(on) => {
            onChange({ ...value, detectLegitimateApplications: on });
          }}
        />
        <WhyValue group="additional" setting={settingLabels.legitimateApplications} />
      </Box>
      <Typography color="textSecondary" variant="body2" sx={{ pl: 7 }}>
        With it a detection of such an application (IRC client, dialer, downloader, activity monitor, password utility,
        FTP, HTTP or Telnet server) counts as a threat; without it, it does not.
      </Typography>
      {short !== null && (
        <Alert severity="warning" icon={false} sx={{ mt: 2 }}>
          {short}
        </Alert>
      )}
      {dialog === 'ioc-scanning' && late === dialog && !closed && (
        <Suspense fallback={null}>
          <IocDialog
            value={value.iocScanning}
            deviceZone={deviceZone}
            notice={notice}
            onClose={() => {
              close();
            }}
            onOk={close}
          />
        </Suspense>
      )}
    </>
  );
});
