import { Alert } from '@mui/material';

export const UnassignedAlert = () => (
  <Alert severity="info" icon={false} sx={{ mb: 3 }}>
    These devices belong to no administration group, so no policy holds on them: what was set on the device holds, and
    otherwise the application’s defaults. Tick devices to move them into a group.
  </Alert>
);
