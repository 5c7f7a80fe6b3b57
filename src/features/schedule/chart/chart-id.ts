/** The id of the picture's element, by which its file finds it. */
export const chartElementId = 'schedule-picture';
