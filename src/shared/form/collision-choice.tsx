import { Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import type { Side } from '#domain/policy/merge.ts';

type Lines = readonly (readonly [setting: string, value: string])[];

interface CollisionChoiceProps {
  /** The group of settings that both changed. */
  readonly name: string;
  /** Each version in words: as it was, theirs, mine. */
  readonly versions: readonly [base: Lines, theirs: Lines, mine: Lines];
  readonly chosen: Side | null;
  readonly onChoose: (side: Side) => void;
}

const columns = ['Setting', 'Before', 'Theirs', 'Mine'] as const;

/** What both changed to different values: the three versions side by side, and a choice. Nothing is chosen beforehand. */
export function CollisionChoice({ name, versions, chosen, onChoose }: CollisionChoiceProps) {
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="h3" component="h3">
        {name}: you both changed it
      </Typography>
      <Box sx={{ overflowX: 'auto' }}>
        <Box
          component="table"
          aria-label={`${name}: the versions`}
          sx={{
            borderSpacing: 0,
            textAlign: 'left',
            width: '100%',
            '& td, & th': { py: 0.5, pr: 4, verticalAlign: 'top' },
            '& thead th': { color: 'text.secondary', fontWeight: 400 },
            '& tbody th': { fontWeight: 400 },
          }}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(versions).map(([setting, was, theirs, mine]) => (
              <tr key={setting}>
                <th scope="row">{setting}</th>
                <td>{was}</td>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      <RadioGroup
        row
        aria-label={name}
        value={chosen ?? ''}
        onChange={(_, side) => {
          onChoose(side === 'theirs' ? 'theirs' : 'mine');
        }}
        sx={{ ml: 0.5 }}
      >
        <FormControlLabel value="theirs" label="Theirs" control={<Radio />} />
        <FormControlLabel value="mine" label="Mine" control={<Radio />} />
      </RadioGroup>
    </Box>
  );
}

/** The settings of which one side says something else than before; all of them where no words differ, as of passwords. */
function rowsOf(versions: CollisionChoiceProps['versions']): (readonly [string, string, string, string])[] {
  const [was, theirs, mine] = versions.map((lines) => new Map(lines));
  const settings = [...new Set(versions.flatMap((lines) => lines.map(([setting]) => setting)))];
  const text = (lines: typeof was, setting: string) => lines?.get(setting) ?? '–';
  const rows = settings.map((s) => [s, text(was, s), text(theirs, s), text(mine, s)] as const);
  const differing = rows.filter(([, before, other, own]) => before !== other || before !== own);
  return differing.length > 0 ? differing : rows;
}
