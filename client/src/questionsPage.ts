import type { Question } from '../../server/src/lsp/protocol.ts';

/** What the page of the view of questions is to show: what a screen reader says of it, and the question if there is one. */
export interface QuestionsPageState {
  readonly spoken: string;
  readonly question?: Question;
  /** Which of how many it is, both from 1. */
  readonly number?: number;
  readonly count?: number;
}

/** What the page says to the extension: that it is there, or which button was pressed, and for which passage. */
export interface QuestionsPageWord {
  readonly word: 'ready' | 'previous' | 'next' | 'answer' | 'showBoth' | 'show' | 'why';
  /** From 0. */
  readonly passage: number;
}

/** The page with one of many questions. */
export function questionPage(questions: readonly Question[], index: number): QuestionsPageState {
  const question = questions[index];
  if (question === undefined) return { spoken: 'This report leaves no question open.' };
  const [number, count] = [index + 1, questions.length];
  return { spoken: `Question ${number} of ${count}. ${question.message}`, question, number, count };
}
