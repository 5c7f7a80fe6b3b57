import { Button } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import { MessagePage } from './error-pages.tsx';

const ButtonLink = createLink(Button);

export function NotFoundPage({ what }: { what?: string }) {
  return (
    <MessagePage
      title="There is nothing at this address"
      way={
        <ButtonLink to="/" variant="contained" color="primary">
          Go to Managed devices
        </ButtonLink>
      }
    >
      {what !== undefined && `${what} `}The link may be mistyped, or what it named was deleted.{' '}
      <strong>Search or go to…</strong> above finds groups, devices, policies and tasks by name.
    </MessagePage>
  );
}
