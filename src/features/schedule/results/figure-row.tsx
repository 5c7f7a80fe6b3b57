import { Box, ButtonBase } from '@mui/material';
import type { Forecast, ForecastVariant } from '#contract/forecast.ts';
import { dayYearIn, weekdayTimeIn, yearIn } from '#src/shared/time/format.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { formatFigureChange, formatFigureRange, formatFigure } from './figure-text.ts';
import { figures, type Figure } from './figures.ts';

interface FigureRowProps {
  readonly answer: Pick<Forecast, 'now' | 'draft' | 'asOf'>;
  readonly zone: string;
  /** The figure whose runs the table below shows; null where it shows others. */
  readonly chosen: string | null;
  readonly onChoose: (figure: Figure, side: ForecastVariant) => void;
}

/** The figures of the answer; with a draft *now → draft* and the difference. Each leads to its runs, or to its place. */
export function FigureRow({ answer, zone, chosen, onChoose }: FigureRowProps) {
  const side = answer.draft ?? answer.now;
  const shown = figures.filter(({ rare, of }) => !rare || [side, answer.now].some((each) => of(each) !== 0));
  return (
    <Box
      role="group"
      aria-label="Figures"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(45%, 168px), 1fr))',
        '@media (min-width: 1800px)': { gridTemplateColumns: `repeat(${String(shown.length)}, auto)` },
        columnGap: 3,
        rowGap: 2,
        mx: -2,
      }}
    >
      {shown.map((figure) => (
        <FigureButton
          key={figure.id}
          figure={figure}
          now={answer.draft && answer.now}
          side={side}
          asOf={answer.asOf}
          zone={zone}
          chosen={chosen === figure.id}
          onChoose={() => {
            onChoose(figure, side);
          }}
        />
      ))}
    </Box>
  );
}

interface FigureButtonProps {
  readonly figure: Figure;
  /** What holds now, beside a draft; null without one. */
  readonly now: ForecastVariant | null;
  readonly side: ForecastVariant;
  readonly asOf: string;
  readonly zone: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function FigureButton({ figure, now, side, asOf, zone, chosen, onChoose }: FigureButtonProps) {
  const value = figure.of(side);
  const text = formatFigure(figure, value, zone);
  const range = figure.range(side);
  const during = figure.during?.(side);
  const atMs = figure.kind === 'instant' ? value : during ? middleOf(figure, during) : null;
  const otherYear = atMs !== null && yearIn(zone, atMs) !== yearIn(zone, asOf);
  const notes = [
    now && formatFigureChange(figure, figure.of(now), value),
    during && `${figure.id === 'peak' ? 'at' : 'from'} ${weekdayTimeIn(zone, middleOf(figure, during))}`,
    range && formatFigureRange(figure, range, value, zone),
    otherYear ? dayYearIn(zone, atMs) : null,
  ].filter((note) => typeof note === 'string' && note !== '');
  return (
    <ButtonBase
      onClick={onChoose}
      disabled={value === null}
      aria-pressed={figure.id === 'peak' ? undefined : chosen}
      title={`${figure.id === 'peak' ? 'Show this moment in the picture' : 'Show only these runs in the table below'}${range ? '. The range holds in 95 of 100 samples' : ''}`}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'flex-start',
        fontFamily: 'inherit',
        textAlign: 'left',
        px: 2,
        py: 1,
        borderRadius: 1.5,
        minHeight: 56,
        bgcolor: chosen ? 'vesper.chosen' : 'transparent',
        '&:hover': { bgcolor: 'vesper.chosen' },
      }}
    >
      <Box
        component="span"
        sx={{ display: 'block', fontSize: '1.0625rem', fontWeight: 650, whiteSpace: { sm: 'nowrap' } }}
      >
        {now && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, fontSize: '0.8125rem' }}>
            {formatFigure(figure, figure.of(now), zone)} →{' '}
          </Box>
        )}
        {text}
      </Box>
      <Box component="span" sx={{ display: 'block', typography: 'body2', color: 'text.secondary' }}>
        {figure.label}
      </Box>
      {atMs !== null && !otherYear && (
        // The weekday is enough for the eye, beside the dates of the picture.
        <Box component="span" sx={visuallyHidden}>
          {dayYearIn(zone, atMs)}
        </Box>
      )}
      {notes.map((note, place) => (
        <Box
          component="span"
          key={note}
          sx={{ display: 'block', typography: 'body2', color: now && place === 0 ? 'primary.main' : 'text.secondary' }}
        >
          {note}
        </Box>
      ))}
    </ButtonBase>
  );
}

const middleOf = ({ id }: Figure, { fromMs, toMs }: { fromMs: number; toMs: number }) =>
  id === 'peak' ? (fromMs + toMs) / 2 : fromMs;
