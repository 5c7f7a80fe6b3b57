import { ButtonBase, type ButtonBaseProps } from '@mui/material';

/** A button that looks like a link. */
export function TextButton(props: ButtonBaseProps) {
  return (
    <ButtonBase
      {...props}
      sx={{
        color: 'primary.main',
        font: 'inherit',
        fontWeight: 550,
        textAlign: 'left',
        // Aligns with the text around it.
        verticalAlign: 'baseline',
        minHeight: 24,
        '&:hover': { textDecoration: 'underline' },
      }}
    />
  );
}
