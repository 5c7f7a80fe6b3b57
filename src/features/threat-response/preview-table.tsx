import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';

export interface PreviewLine {
  readonly name: string;
  readonly created: string;
  readonly starts: string;
  readonly because: string;
}

/** The same as the ribbon, in words: when each task would start, and why then. */
export function PreviewTable({ lines }: { lines: readonly PreviewLine[] }) {
  return (
    <Table size="small" aria-label="When would tasks start?" sx={{ '& td, & th': { whiteSpace: { md: 'nowrap' } } }}>
      <TableHead>
        <TableRow sx={{ '& th': { color: 'text.secondary', fontWeight: 500 } }}>
          <TableCell sx={{ width: 40 }}>Task</TableCell>
          <TableCell>Created</TableCell>
          <TableCell>Starts</TableCell>
          <TableCell>Because</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.name}>
            <TableCell sx={{ color: 'vesper.start', fontWeight: 700 }}>{line.name}</TableCell>
            <TableCell>{line.created}</TableCell>
            <TableCell sx={{ fontWeight: 600 }}>{line.starts}</TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>{line.because}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
