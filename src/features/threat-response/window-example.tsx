import { Box, Typography } from '@mui/material';

const cases = [
  ['19:00, before the window', 'it starts at any moment from 20:00 to 07:00'],
  ['21:00, inside it', 'it starts at 21:00'],
  ['08:00, after it', 'it starts at any moment of the next window, from 20:00 to 07:00'],
] as const;

/** The rule of the window by the help page's own example, for whoever wants to read it. */
export function WindowExample() {
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Typography
        component="summary"
        sx={{ width: 'fit-content', minHeight: 24, cursor: 'pointer', color: 'primary.main', fontWeight: 550 }}
      >
        An example
      </Typography>
      <Typography component="div" color="textSecondary">
        With the window from 20:00 to 07:00, a task that is created at
        <Box component="ul" sx={{ my: 0.5, pl: 5 }}>
          {cases.map(([created, starts]) => (
            <li key={created}>
              {created}: {starts}.
            </li>
          ))}
        </Box>
        Each device has its own random moment, so that not all scan at once. A device that was offline follows the same
        rule from when it is back.
      </Typography>
    </Box>
  );
}
