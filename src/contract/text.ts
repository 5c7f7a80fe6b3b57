/** Control characters, breaks of lines and paragraphs, halves of surrogate pairs, and what Unicode says is no character. */
const undisplayable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}]/u;

/**
 * Whether a text can be shown on one line and written to JSON, CSV and XML files. No text that people enter has
 * several lines, so tabs and line breaks are refused with the other control characters. Source: XML 1.0 §2.2 (what no
 * document may hold), Unicode 17 §23.7 (noncharacters).
 */
export const isDisplayable = (text: string): boolean => !undisplayable.test(text);

export const undisplayableMessage = 'This may not contain control or unreadable characters.';
